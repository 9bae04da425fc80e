package org.filterscope.core.comparison;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.report.DetectorRow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.TableReader;
import org.filterscope.core.report.TableReader.Line;

/** Reads the tables of a comparison. */
record ComparisonReader(ComparisonFiles files) {

    List<EventRow> events() throws InvalidReportException {
        return TableReader.read(files.events(), ComparisonFiles.EVENTS, line -> new EventRow(line.text("before"), line.text("after"),
                line.text("layer"), line.whole("channel"), EventKind.of(line.text("event")), label(line, "from_"), label(line, "to_")));
    }

    List<FilterPairRow> filters() throws InvalidReportException {
        return TableReader.read(files.filters(), ComparisonFiles.FILTERS, line -> new FilterPairRow(line.text("before"), line.text("after"),
                Pairing.of(line.text("pairing")), line.text("layer"), line.whole("channel"), line.text("other_layer"),
                line.whole("other_channel"), line.numberIfGiven("correlation"), line.numberIfGiven("tops"), line.numberIfGiven("positions"),
                line.numberIfGiven("position_correlation"), label(line, ""), line.truth("detector"), label(line, "other_"),
                line.truth("other_detector"), line.text("same_weights").isEmpty() ? Optional.empty() : Optional.of(line.truth("same_weights"))));
    }

    List<LayerPairRow> layers() throws InvalidReportException {
        return TableReader.read(files.layers(), ComparisonFiles.LAYERS, line -> new LayerPairRow(line.text("before"), line.text("after"),
                line.text("layer"), line.text("other_layer"), line.whole("pictures"), line.whole("filters"), line.whole("other_filters"),
                line.numberIfGiven("cka"), line.numberIfGiven("cka_null"), line.numberIfGiven("svcca"), line.numberIfGiven("rsa"),
                line.whole("matched"), line.numberIfGiven("correlation"), line.numberIfGiven("correlation_null"), line.numberIfGiven("half"),
                line.numberIfGiven("same_number"), line.whole("labelled"), line.numberIfGiven("same_label"),
                line.numberIfGiven("same_category")));
    }

    List<CategoryRow> categories() throws InvalidReportException {
        return TableReader.read(files.categories(), ComparisonFiles.CATEGORIES, line -> new CategoryRow(line.text("report"),
                new DetectorRow(line.text("layer"), line.text("category"), line.whole("detectors"), line.whole("unique"),
                        line.numberIfGiven("mean_iou"))));
    }

    List<TransitionRow> transitions() throws InvalidReportException {
        return TableReader.read(files.transitions(), ComparisonFiles.TRANSITIONS, line -> new TransitionRow(line.text("before"),
                line.text("after"), line.text("layer"), line.text("level"), line.text("from"), line.text("to"), line.whole("filters")));
    }

    private static FilterLabel label(final Line line, final String prefix) {
        return new FilterLabel(line.text(prefix + "category"), line.text(prefix + "label"), line.numberIfGiven(prefix + "iou"));
    }
}
