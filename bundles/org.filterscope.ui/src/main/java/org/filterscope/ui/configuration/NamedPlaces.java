package org.filterscope.ui.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.filterscope.core.configuration.ConfigurationKey.Form;
import org.filterscope.core.configuration.ConfigurationKeys;
import org.filterscope.ui.configuration.SourceToken.Kind;

/** Files and folders that the source of a configuration names. */
final class NamedPlaces {

    private NamedPlaces() {
    }

    /** Absolute and normalised; there or not. What is no path is left out. */
    static Set<Path> of(final Path configuration, final List<SourceToken> tokens) {
        return tokens.stream().filter(NamedPlaces::isPlace).flatMap(token -> at(configuration, token.text()).stream()).collect(Collectors.toSet());
    }

    /** Whether a piece of the source is the name of a file or folder. */
    static boolean isPlace(final SourceToken token) {
        return token.is(Kind.VALUE)
                && ConfigurationKeys.at(token.path()).filter(key -> key.form() == Form.FILE || key.form() == Form.FOLDER).isPresent();
    }

    /**
     * @param written relative to the configuration's folder, or absolute
     * @return empty when it is no path
     */
    static Optional<Path> at(final Path configuration, final String written) {
        try {
            return Optional.of(configuration.resolveSibling(written).normalize());
        } catch (final InvalidPathException e) {
            return Optional.empty();
        }
    }
}
