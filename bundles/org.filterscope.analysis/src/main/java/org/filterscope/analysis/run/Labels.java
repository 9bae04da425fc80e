package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.core.InvalidInputException;

/** Names of the network's outputs. */
final class Labels {
    private static final long LARGEST_FILE = 16L << 20;

    private Labels() {
    }

    /** @return one name an output; its number where no file names it */
    static List<String> read(final Optional<Path> file, final int outputs) throws InvalidInputException {
        if (file.isEmpty()) {
            return IntStream.range(0, outputs).mapToObj(Integer::toString).toList();
        }
        try {
            if (Files.size(file.get()) > LARGEST_FILE) {
                throw new InvalidInputException("%s: too large for a list of labels".formatted(file.get()));
            }
            final List<String> lines = new ArrayList<>(Files.readAllLines(file.get()).stream().map(String::strip).toList());
            while (!lines.isEmpty() && lines.getLast().isEmpty()) {
                lines.removeLast();
            }
            if (lines.size() != outputs) {
                throw new InvalidInputException("%s: names %d classes, the model has %d outputs; one name a line, in output order".formatted(
                        file.get(), lines.size(), outputs));
            }
            if (lines.contains("")) {
                throw new InvalidInputException("%s: line %d is blank; one name a line".formatted(file.get(), lines.indexOf("") + 1));
            }
            return lines;
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the labels cannot be read as text (%s)".formatted(file.get(), e.getClass().getSimpleName()), e);
        }
    }
}
