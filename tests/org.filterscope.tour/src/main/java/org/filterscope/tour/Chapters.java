package org.filterscope.tour;

/** The chapters by name. */
final class Chapters {

    private Chapters() {
    }

    /** @param open when the workbench was there, in milliseconds since 1970 */
    static Chapter of(final String name, final long open) {
        return switch (name) {
            case "clock" -> new StartChapter(open).clock();
            case "start" -> new StartChapter(open);
            case "first" -> new FirstChapter();
            case "second" -> new SecondChapter();
            case "dark" -> new DarkChapter();
            case "many" -> new ManyChapter();
            case "installed" -> new InstalledChapter();
            case "removed" -> new RemovedChapter();
            default -> throw new IllegalArgumentException("the tour has no chapter " + name);
        };
    }
}
