package org.filterscope.core.report;

import java.util.List;

/** The columns of the report's tables, in order. Their meaning is told once, in docs/report.md. */
final class Columns {
    static final List<String> LAYERS = List.of("layer", "kind", "channels", "rows", "cols", "stride", "rf_size", "rf_centre", "stride_cols",
            "rf_size_cols", "rf_centre_cols");
    static final List<String> PREDICTIONS = List.of("picture", "label", "class1", "p1", "class2", "p2", "class3", "p3", "class4", "p4", "class5",
            "p5");
    static final List<String> FILTERS = List.of("channel", "mean", "std", "max", "fires", "dead");
    static final List<String> TOPS = List.of("channel", "rank", "picture", "row", "col", "value", "rf_top", "rf_left", "rf_bottom", "rf_right");
    static final List<String> CLASSES = List.of("channel", "class", "mean", "auc", "contribution", "ablation_zero", "ablation_mean",
            "balanced_zero", "balanced_mean");
    static final List<String> PAIRS = List.of("channel", "class", "other", "auc");
    static final List<String> CONCEPTS = List.of("channel", "concept", "category", "threshold", "iou", "ceiling", "best_iou", "best_quantile",
            "p_value");
    static final List<String> DETECTORS = List.of("layer", "category", "detectors", "unique", "mean_iou");
    static final List<String> LANDMARKS = List.of("channel", "class", "landmark", "pictures", "instability", "constant",
            "vector_instability", "vector_r2", "p_value");
    static final List<String> FIELDS = List.of("channel", "method", "pictures", "size", "rows", "cols");
    static final List<String> SIMILAR = List.of("channel", "other", "correlation", "weights");
    static final List<String> THUMBNAILS = List.of("picture", "sheet", "top", "left", "bottom", "right");

    private Columns() {
    }
}
