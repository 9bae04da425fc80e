package org.filterscope.book;

import java.io.IOException;
import java.nio.file.Path;

/** {@code Main ROOT OUT}: writes the book of the sources in ROOT into the folder OUT. */
public final class Main {

    private Main() {
    }

    /** @throws BrokenBookException when a page refers to something that is not there */
    public static void main(final String... arguments) throws IOException, BrokenBookException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("wanted: the folder of the sources, and the folder for the pages");
        }
        Book.read(Path.of(arguments[0]).toAbsolutePath().normalize()).write(Path.of(arguments[1]));
    }
}
