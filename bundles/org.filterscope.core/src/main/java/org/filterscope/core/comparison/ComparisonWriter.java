package org.filterscope.core.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import com.google.gson.GsonBuilder;

import org.filterscope.core.report.DirectoryKind;
import org.filterscope.core.report.TableWriter;

/** Writes the files of a comparison. */
final class ComparisonWriter {
    static final DirectoryKind KIND = new DirectoryKind("comparison", Comparison::isComparison, ComparisonFiles.NAMES);

    private final ComparisonFiles files;

    ComparisonWriter(final ComparisonFiles files) {
        this.files = files;
    }

    /** The manifest comes last, so that a directory without one is never taken for a comparison. */
    void write(final Comparison comparison) throws IOException {
        write(files.events(), ComparisonFiles.EVENTS, comparison.events(), row -> new Object[] {row.before(), row.after(), row.layer(),
                row.channel(), row.kind().key(), row.from().category(), row.from().concept(), number(row.from().iou()), row.to().category(),
                row.to().concept(), number(row.to().iou())});
        write(files.filters(), ComparisonFiles.FILTERS, comparison.filters(), row -> new Object[] {row.before(), row.after(),
                row.pairing().key(), row.layer(), row.channel(), row.otherLayer(), row.otherChannel(), number(row.correlation()),
                number(row.tops()), number(row.positions()), number(row.positionCorrelation()), row.label().category(),
                row.label().concept(), number(row.label().iou()), row.detector(), row.otherLabel().category(), row.otherLabel().concept(),
                number(row.otherLabel().iou()), row.otherDetector(), number(row.iouChange()),
                row.sameWeights().map(Object::toString).orElse("")});
        write(files.layers(), ComparisonFiles.LAYERS, comparison.layers(), row -> new Object[] {row.before(), row.after(), row.layer(),
                row.otherLayer(), row.pictures(), row.filters(), row.otherFilters(), number(row.cka()), number(row.ckaNull()),
                number(row.svcca()), number(row.rsa()), row.matched(), number(row.correlation()), number(row.correlationNull()),
                number(row.half()), number(row.sameNumber()), row.labelled(), number(row.sameLabel()), number(row.sameCategory())});
        write(files.categories(), ComparisonFiles.CATEGORIES, comparison.categories(), row -> new Object[] {row.report(),
                row.count().layer(), row.count().category(), row.count().detectors(), row.count().unique(), number(row.count().meanIou())});
        write(files.transitions(), ComparisonFiles.TRANSITIONS, comparison.transitions(), row -> new Object[] {row.before(), row.after(),
                row.layer(), row.level(), row.from(), row.to(), row.filters()});
        Files.writeString(files.manifest(),
                new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(comparison.manifest()) + "\n");
    }

    /** A field; empty when the number is none. */
    private static Object number(final double value) {
        return Double.isNaN(value) ? "" : value;
    }

    private static <T> void write(final Path file, final List<String> columns, final List<T> rows, final Function<T, Object[]> fields)
            throws IOException {
        try (TableWriter table = new TableWriter(file, columns)) {
            for (final T row : rows) {
                table.write(fields.apply(row));
            }
        } catch (final UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
