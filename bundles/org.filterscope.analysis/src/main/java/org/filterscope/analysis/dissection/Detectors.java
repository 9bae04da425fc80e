package org.filterscope.analysis.dissection;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.report.DetectorRow;

/**
 * Which filters are detectors of their labels: those with an IoU above a threshold.
 *
 * @param threshold of the IoU
 */
public record Detectors(double threshold) {

    /**
     * A filter's label.
     *
     * @param concept  name
     * @param category of the concept
     */
    public record Label(String concept, String category, double iou) {
    }

    /** Whether the label is more than the best of bad ones. */
    public boolean isDetector(final Label label) {
        return label.iou() > threshold;
    }

    /**
     * Counts a layer's detectors.
     *
     * @param labels     by filter
     * @param categories that get a row, in this order
     */
    public List<DetectorRow> count(final String layer, final List<Optional<Label>> labels, final List<String> categories) {
        return categories.stream().map(category -> {
            final List<Label> found = labels.stream().flatMap(Optional::stream)
                    .filter(label -> isDetector(label) && label.category().equals(category)).toList();
            return new DetectorRow(layer, category, found.size(), (int) found.stream().map(Label::concept).distinct().count(),
                    found.stream().mapToDouble(Label::iou).average().orElse(Double.NaN));
        }).toList();
    }
}
