package org.filterscope.ui.display;

/**
 * A bar beside a number: it covers a part of its place, for negative numbers from zero to the left.
 *
 * @param from where it begins, 0 to 1
 * @param to   where it ends, 0 to 1 and not before {@code from}
 * @param mark where a threshold lies; not a number when there is none
 */
public record Bar(double from, double to, double mark) {

    /**
     * A bar from the left.
     *
     * @param empty the number that covers nothing
     * @param full  the number that fills the place
     */
    public static Bar of(final double number, final double empty, final double full, final double threshold) {
        return new Bar(0, Math.clamp((number - empty) / (full - empty), 0, 1), (threshold - empty) / (full - empty));
    }

    /** A bar from zero to the number, where numbers range from {@code low}, at most zero, to {@code high}, at least zero. */
    public static Bar between(final double low, final double high, final double number) {
        final double range = high > low ? high - low : 1;
        final double zero = -low / range;
        final double end = Math.clamp((number - low) / range, 0, 1);
        return new Bar(Math.min(zero, end), Math.max(zero, end), low < 0 ? zero : Double.NaN);
    }

    boolean hasMark() {
        return mark > 0 && mark < 1;
    }
}
