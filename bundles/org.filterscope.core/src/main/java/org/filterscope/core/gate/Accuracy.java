package org.filterscope.core.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.report.NpyReader;
import org.filterscope.core.report.PredictionRow;
import org.filterscope.core.report.PredictionRow.Guess;
import org.filterscope.core.report.Report;

/**
 * How often the network is right about the pictures of a report. Pictures count whose class is one of the network's outputs.
 *
 * @param classes by name, in alphabetical order
 */
public record Accuracy(SortedMap<String, Count> classes) {

    /**
     * @param right    pictures whose best guess is their class
     * @param pictures of the class
     */
    public record Count(int right, int pictures) {
        /** 0 to 1. */
        public double share() {
            return (double) right / pictures;
        }

        Count plus(final boolean isRight) {
            return new Count(right + (isRight ? 1 : 0), pictures + 1);
        }

        /** For a person: {@code 35 of 40}. */
        public String text() {
            return "%d of %d".formatted(right, pictures);
        }
    }

    /** Reports of earlier versions do not name the outputs: then they are those that best guesses name and, as long as outputs are left that none names, all classes. */
    public static Accuracy of(final Report report) throws InvalidInputException {
        final List<PredictionRow> predictions = report.predictions();
        final List<String> names = report.manifest().outputs();
        if (!names.isEmpty()) {
            return of(predictions, new HashSet<>(names), true);
        }
        final Set<String> outputs = new HashSet<>();
        predictions.forEach(row -> row.best().stream().map(Guess::name).forEach(outputs::add));
        return of(predictions, outputs, outputs.size() >= outputs(report.files().probabilities()));
    }

    private static Accuracy of(final List<PredictionRow> predictions, final Set<String> outputs, final boolean all) {
        final SortedMap<String, Count> classes = new TreeMap<>();
        for (final PredictionRow row : predictions) {
            if (!row.label().isEmpty() && !row.best().isEmpty() && (!all || outputs.contains(row.label()))) {
                final boolean right = row.best().get(0).name().equals(row.label());
                classes.merge(row.label(), new Count(right ? 1 : 0, 1), (before, one) -> before.plus(right));
            }
        }
        // Where no folder is named like an output, none of them is one.
        return new Accuracy(classes.keySet().stream().anyMatch(outputs::contains) ? classes : new TreeMap<>());
    }

    private static int outputs(final Path probabilities) throws InvalidInputException {
        if (!Files.exists(probabilities)) {
            return Integer.MAX_VALUE;
        }
        try (NpyReader array = new NpyReader(probabilities)) {
            return array.columns();
        } catch (final IOException e) {
            throw new InvalidInputException("%s: cannot be read (%s)".formatted(probabilities, e.getClass().getSimpleName()), e);
        }
    }

    /** Whether any picture counts. */
    public boolean isKnown() {
        return !classes.isEmpty();
    }

    /** Over all pictures. */
    public Count overall() {
        return classes.values().stream().reduce(new Count(0, 0), (a, b) -> new Count(a.right() + b.right(), a.pictures() + b.pictures()));
    }

    /** The class that the network is right about least often; of several the first. */
    public Map.Entry<String, Count> worst() {
        return classes.entrySet().stream().reduce((a, b) -> b.getValue().share() < a.getValue().share() ? b : a).orElseThrow();
    }
}
