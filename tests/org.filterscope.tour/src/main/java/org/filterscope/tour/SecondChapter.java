package org.filterscope.tour;

/** The IDE is started again: everything is as it was left. */
final class SecondChapter implements Chapter {

    @Override
    public void run(final Ide ide) throws Exception {
        new RememberedState(ide).find();
    }
}
