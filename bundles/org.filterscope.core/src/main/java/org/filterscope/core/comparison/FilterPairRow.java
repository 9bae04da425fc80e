package org.filterscope.core.comparison;

import java.util.Optional;

/**
 * One line of {@code filters.csv}: a filter of the earlier report beside one of the later report. What is not known is not a number.
 *
 * @param before              name of the earlier report
 * @param after               name of the later report
 * @param pairing             why these two
 * @param layer               of the earlier report
 * @param channel             0-based
 * @param otherLayer          of the later report
 * @param otherChannel        0-based
 * @param correlation         of the peaks over the common pictures
 * @param tops                shared share of their top pictures: common ones divided by all
 * @param positions           share of the pictures on which both fire where the peaks lie at most one position apart
 * @param positionCorrelation correlation of the peaks' positions on these pictures
 * @param label               of the earlier filter, however weak
 * @param detector            whether the earlier filter's label is above the detector's threshold
 * @param otherLabel          of the later filter, however weak
 * @param otherDetector       whether the later filter's label is above the detector's threshold
 * @param sameWeights         whether both have the same fingerprint; empty when one has none
 */
public record FilterPairRow(String before, String after, Pairing pairing, String layer, int channel, String otherLayer, int otherChannel,
        double correlation, double tops, double positions, double positionCorrelation, FilterLabel label, boolean detector,
        FilterLabel otherLabel, boolean otherDetector, Optional<Boolean> sameWeights) {

    /** How much the overlap with its best concept grew; not a number when one of them has no label. */
    public double iouChange() {
        return otherLabel.iou() - label.iou();
    }
}
