package org.filterscope.core.configuration;

import java.util.Optional;

import org.filterscope.core.configuration.DissectionSettings.Mode;
import org.filterscope.core.configuration.DissectionSettings.Upsampling;
import org.filterscope.core.configuration.FieldSettings.Method;
import org.filterscope.core.configuration.GraphSettings.Constants;

/** Reads the settings of single analyses. */
final class MethodReader {
    private static final double LEAST_QUANTILE = 1e-6;
    private static final double MOST_QUANTILE = 0.5;
    private static final int MOST_PERMUTATIONS = 1_000_000;
    private static final int MOST_PICTURES = 100;
    private static final int LARGEST_OCCLUDER = 4096;

    private static final int MOST_MINED = 100_000;
    private static final int MOST_PATTERNS = 1000;
    private static final int MOST_ITERATIONS = 1000;

    private MethodReader() {
    }

    static DissectionSettings dissection(final YamlMapping root) throws InvalidConfigurationException {
        final Optional<YamlMapping> given = root.mapping("dissection", ConfigurationKeys.names("dissection"));
        if (given.isEmpty()) {
            return DissectionSettings.DEFAULT;
        }
        final Mode mode = given.get().choice("mode", Mode.class, DissectionSettings.DEFAULT.mode());
        final DissectionSettings otherwise = DissectionSettings.of(mode);
        return new DissectionSettings(mode, given.get().choice("upsampling", Upsampling.class, otherwise.upsampling()),
                given.get().number("quantile", LEAST_QUANTILE, MOST_QUANTILE, otherwise.quantile()),
                given.get().number("detector", 0, 1, otherwise.detector()),
                (int) given.get().whole("permutations", 0, MOST_PERMUTATIONS, otherwise.permutations()));
    }

    static FieldSettings fields(final YamlMapping root) throws InvalidConfigurationException {
        final Optional<YamlMapping> given = root.mapping("fields", ConfigurationKeys.names("fields"));
        if (given.isEmpty()) {
            return FieldSettings.DEFAULT;
        }
        final FieldSettings otherwise = FieldSettings.DEFAULT;
        return new FieldSettings(given.get().choice("method", Method.class, otherwise.method()),
                (int) given.get().whole("top", 1, MOST_PICTURES, otherwise.top()),
                (int) given.get().whole("occluder", 0, LARGEST_OCCLUDER, otherwise.occluder()),
                (int) given.get().whole("stride", 0, LARGEST_OCCLUDER, otherwise.stride()));
    }

    static GraphSettings graph(final YamlMapping root) throws InvalidConfigurationException {
        final Optional<YamlMapping> given = root.mapping("graph", ConfigurationKeys.names("graph"));
        if (given.isEmpty()) {
            return GraphSettings.DEFAULT;
        }
        final GraphSettings otherwise = GraphSettings.DEFAULT;
        return new GraphSettings(given.get().choice("constants", Constants.class, otherwise.constants()), given.get().texts("classes"),
                (int) given.get().whole("pictures", 2, MOST_MINED, otherwise.pictures()),
                (int) given.get().whole("patterns", 0, MOST_PATTERNS, otherwise.patterns()),
                (int) given.get().whole("iterations", 1, MOST_ITERATIONS, otherwise.iterations()),
                given.get().flag("mirrored", otherwise.mirrored()));
    }
}
