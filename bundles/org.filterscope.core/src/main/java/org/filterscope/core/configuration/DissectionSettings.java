package org.filterscope.core.configuration;

/**
 * Settings of the analysis {@code dissection}.
 *
 * @param mode         how thresholds come about
 * @param upsampling   how maps are brought to the masks' size
 * @param quantile     share of active positions
 * @param detector     IoU above which a filter is a detector of its label
 * @param permutations of the masks among the pictures for p-values; 0 for none
 */
public record DissectionSettings(Mode mode, Upsampling upsampling, double quantile, double detector, int permutations) {
    public static final DissectionSettings DEFAULT = of(Mode.CVPR2017);

    /** {@code CVPR2017}: quantile over the maps' positions; {@code PNAS2020}: over maps brought to 56 × 56 first. */
    public enum Mode {
        CVPR2017(0.005), PNAS2020(0.01);

        private final double quantile;

        Mode(final double quantile) {
            this.quantile = quantile;
        }

        /** The share of active positions that its authors use. */
        public double quantile() {
            return quantile;
        }
    }

    /** {@code ANCHORED}: bilinear between the centres of the receptive fields; {@code HALFPIXEL}: bilinear, the map stretched over the picture. */
    public enum Upsampling {
        ANCHORED, HALFPIXEL
    }

    /** As the mode's authors have it. */
    public static DissectionSettings of(final Mode mode) {
        return new DissectionSettings(mode, Upsampling.ANCHORED, mode.quantile(), 0.04, 1000);
    }
}
