package org.filterscope.analysis.localisation;

import java.util.Arrays;
import java.util.List;

/** The baseline without any network: the part is wherever it is on average. */
public final class LabelMean {
    private LabelMean() {
    }

    /** @param frame in which the mean is taken: with mirrored pictures it is a point of each picture as taken */
    public static PartLocations of(final PictureFrame frame, final List<PartLabel> labels) {
        final double row = labels.stream().mapToDouble(PartLabel::row).average().orElseThrow();
        final double col = labels.stream().mapToDouble(label -> frame.col(label.picture(), label.col())).average().orElseThrow();
        final double[] rows = new double[frame.pictures()];
        final double[] cols = new double[frame.pictures()];
        Arrays.fill(rows, row);
        Arrays.setAll(cols, picture -> frame.col(picture, col));
        return new PartLocations(rows, cols, new double[frame.pictures()]);
    }
}
