package org.filterscope.site;

import java.io.IOException;
import java.nio.file.Path;

/** How large Filterscope is on each platform, as the table in README.md says it. */
public final class SizeTable {
    static final String FEATURE = "org.filterscope.feature";
    private static final double MEGABYTE = 1e6;

    private SizeTable() {
    }

    /** Prints the table in Markdown; the argument is the folder of the site. */
    public static void main(final String... arguments) throws IOException {
        final Site site = Site.read(Path.of(arguments[0]));
        System.out.println("| | Download | On disk |\n|---|---|---|");
        for (final Platform platform : Platform.values()) {
            final Installation installation = Installation.of(site, FEATURE, platform);
            System.out.printf("| %s | %d MB | %d MB |%n", platform.label(), megabytes(installation.download()), megabytes(installation.onDisk()));
        }
    }

    private static long megabytes(final long bytes) {
        return Math.round(bytes / MEGABYTE);
    }
}
