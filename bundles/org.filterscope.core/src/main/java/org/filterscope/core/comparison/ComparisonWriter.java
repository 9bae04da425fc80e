package org.filterscope.core.comparison;

import java.io.IOException;
import java.nio.file.Files;

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
        TableWriter.write(files.events(), ComparisonFiles.EVENTS, comparison.events(), (table, row) -> table.write(row.before(), row.after(), row.layer(),
                row.channel(), row.kind().key(), row.from().category(), row.from().concept(), TableWriter.number(row.from().iou()), row.to().category(),
                row.to().concept(), TableWriter.number(row.to().iou())));
        TableWriter.write(files.filters(), ComparisonFiles.FILTERS, comparison.filters(), (table, row) -> table.write(row.before(), row.after(),
                row.pairing().key(), row.layer(), row.channel(), row.otherLayer(), row.otherChannel(), TableWriter.number(row.correlation()),
                TableWriter.number(row.tops()), TableWriter.number(row.positions()), TableWriter.number(row.positionCorrelation()), row.label().category(),
                row.label().concept(), TableWriter.number(row.label().iou()), row.detector(), row.otherLabel().category(), row.otherLabel().concept(),
                TableWriter.number(row.otherLabel().iou()), row.otherDetector(), TableWriter.number(row.iouChange()),
                row.sameWeights().map(Object::toString).orElse("")));
        TableWriter.write(files.layers(), ComparisonFiles.LAYERS, comparison.layers(), (table, row) -> table.write(row.before(), row.after(), row.layer(),
                row.otherLayer(), row.pictures(), row.filters(), row.otherFilters(), TableWriter.number(row.cka()), TableWriter.number(row.ckaNull()),
                TableWriter.number(row.svcca()), TableWriter.number(row.rsa()), row.matched(), TableWriter.number(row.correlation()), TableWriter.number(row.correlationNull()),
                TableWriter.number(row.half()), TableWriter.number(row.sameNumber()), row.labelled(), TableWriter.number(row.sameLabel()), TableWriter.number(row.sameCategory())));
        TableWriter.write(files.categories(), ComparisonFiles.CATEGORIES, comparison.categories(), (table, row) -> table.write(row.report(),
                row.count().layer(), row.count().category(), row.count().detectors(), row.count().unique(), TableWriter.number(row.count().meanIou())));
        TableWriter.write(files.transitions(), ComparisonFiles.TRANSITIONS, comparison.transitions(), (table, row) -> table.write(row.before(), row.after(),
                row.layer(), row.level(), row.from(), row.to(), row.filters()));
        Files.writeString(files.manifest(),
                new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(comparison.manifest()) + "\n");
    }
}
