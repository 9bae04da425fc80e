package org.filterscope.worker;

import java.io.IOException;
import java.nio.file.Path;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.examples.project.ExampleProject;

/** The example project in a folder that the user named: a disk that cannot take it is a mistake that the user can mend. */
final class ExampleFolder {
    private ExampleFolder() {
    }

    /** @throws InvalidInputException when the folder holds something, is a file, or cannot be written */
    static void write(final Path folder, final Progress progress) throws InvalidInputException {
        try {
            ExampleProject.write(folder, progress);
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the example project cannot be written (%s)".formatted(folder, e.getMessage()), e);
        }
    }
}
