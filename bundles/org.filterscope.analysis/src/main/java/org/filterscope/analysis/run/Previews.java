package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.report.Manifest;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.ReportWriter;

/**
 * Reports of what is known so far, for whoever wants to look while the rest is computed. They lie in the workplace and end with it: a run that is
 * cancelled leaves the last one.
 */
final class Previews {
    /** Beyond that drawing takes longer than it is worth. */
    private static final int PICTURES = 500;

    private static final Logger LOGGER = Logger.getLogger(Previews.class.getName());

    private final Workplace workplace;
    private final Consumer<Path> listener;

    /** @param listener is told each report's directory */
    Previews(final Workplace workplace, final Consumer<Path> listener) {
        this.workplace = workplace;
        this.listener = listener;
    }

    /**
     * Writes one more; leaves it out when there is no room for it.
     *
     * @param done     the analyses that have ended
     * @param manifest made for those
     */
    void show(final RunContext context, final List<LayerResult> results, final Set<Analysis> done, final Function<Set<Analysis>, Manifest> manifest)
            throws InvalidInputException {
        try {
            write(context, results, done, manifest, workplace.preview());
        } catch (final IOException e) {
            LOGGER.log(Level.INFO, "What is known so far cannot be shown", e);
        }
    }

    private void write(final RunContext context, final List<LayerResult> results, final Set<Analysis> done,
            final Function<Set<Analysis>, Manifest> manifest, final Path directory) throws IOException, InvalidInputException {
        copy(context.writer().files().directory(), directory);
        final ReportWriter writer = new ReportWriter(new ReportFiles(directory));
        for (final LayerResult result : results) {
            result.write(writer);
        }
        new Thumbnails(context.preparation(), context.graph().input()).write(best(context, results), context.own(), writer,
                pictures -> context.schedule().progress().uncounted());
        writer.manifest(manifest.apply(EnumSet.copyOf(done)));
        listener.accept(directory);
    }

    /** Every filter's best picture, then every filter's second best, and so on. */
    private static List<String> best(final RunContext context, final List<LayerResult> results) {
        final Set<Integer> best = new LinkedHashSet<>();
        final int ranks = results.stream().flatMap(result -> result.tops().stream()).mapToInt(List::size).max().orElse(0);
        for (int rank = 0; rank < ranks && best.size() < PICTURES; rank++) {
            final int place = rank;
            results.stream().flatMap(result -> result.tops().stream()).filter(tops -> tops.size() > place)
                    .forEach(tops -> best.add(tops.get(place).picture()));
        }
        return best.stream().limit(PICTURES).map(picture -> context.own().pictures().get(picture).path()).toList();
    }

    private static void copy(final Path from, final Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (final Path file : (Iterable<Path>) files::iterator) {
                final Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
