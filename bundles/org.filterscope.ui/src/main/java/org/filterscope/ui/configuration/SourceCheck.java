package org.filterscope.ui.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.filterscope.core.configuration.ConfigurationReader;

/** Has the reader look for mistakes. Looks at the disk. */
final class SourceCheck {
    private final ConfigurationReader reader = new ConfigurationReader();
    private final Path file;

    /** @param file where the text lies, or is going to */
    SourceCheck(final Path file) {
        this.file = file;
    }

    /** By line. */
    List<SourceProblem> problems(final String text) {
        final List<SourceToken> tokens = tokens(text);
        return reader.problems(file, text).stream().map(mistake -> SourceProblem.of(mistake, text, tokens)).toList();
    }

    /** The files and folders that the text names, there or not. */
    Set<Path> named(final String text) {
        return NamedPlaces.of(file, tokens(text));
    }

    private static List<SourceToken> tokens(final String text) {
        return text.length() > ConfigurationFile.LARGEST ? List.of() : SourceScanner.tokens(text);
    }
}
