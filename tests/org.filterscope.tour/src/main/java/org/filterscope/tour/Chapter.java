package org.filterscope.tour;

/** A part of the tour: what is done in one session of the IDE. */
@FunctionalInterface
interface Chapter {
    /**
     * Called on a thread of its own.
     *
     * @throws Exception when the chapter cannot go on
     */
    void run(Ide ide) throws Exception;
}
