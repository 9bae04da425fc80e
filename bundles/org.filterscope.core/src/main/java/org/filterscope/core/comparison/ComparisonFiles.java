package org.filterscope.core.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Where the files of a comparison lie below its directory, and the columns of its tables. Their meaning is told in docs/report.md. */
record ComparisonFiles(Path directory) {
    static final Set<String> NAMES = Set.of("comparison.json", "events.csv", "filters.csv", "layers.csv", "categories.csv", "transitions.csv");
    static final List<String> EVENTS = List.of("before", "after", "layer", "channel", "event", "from_category", "from_label", "from_iou",
            "to_category", "to_label", "to_iou");
    static final List<String> FILTERS = List.of("before", "after", "pairing", "layer", "channel", "other_layer", "other_channel",
            "correlation", "tops", "positions", "position_correlation", "category", "label", "iou", "detector", "other_category",
            "other_label", "other_iou", "other_detector", "iou_change", "same_weights");
    static final List<String> LAYERS = List.of("before", "after", "layer", "other_layer", "pictures", "filters", "other_filters", "cka",
            "cka_null", "svcca", "rsa", "matched", "correlation", "correlation_null", "half", "same_number", "labelled", "same_label",
            "same_category");
    static final List<String> CATEGORIES = List.of("report", "layer", "category", "detectors", "unique", "mean_iou");
    static final List<String> TRANSITIONS = List.of("before", "after", "layer", "level", "from", "to", "filters");

    Path manifest() {
        return directory.resolve("comparison.json");
    }

    Path events() {
        return directory.resolve("events.csv");
    }

    Path filters() {
        return directory.resolve("filters.csv");
    }

    Path layers() {
        return directory.resolve("layers.csv");
    }

    Path categories() {
        return directory.resolve("categories.csv");
    }

    Path transitions() {
        return directory.resolve("transitions.csv");
    }
}
