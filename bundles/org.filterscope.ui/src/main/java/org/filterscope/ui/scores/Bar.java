package org.filterscope.ui.scores;

/**
 * A bar beside a number.
 *
 * @param share how much of the bar's place it fills, 0 to 1
 * @param mark  where a threshold lies in the bar's place; not a number when there is none
 */
record Bar(double share, double mark) {

    /** @param full the number that fills the place */
    static Bar of(final double number, final double empty, final double full, final double threshold) {
        return new Bar(Math.clamp((number - empty) / (full - empty), 0, 1), (threshold - empty) / (full - empty));
    }

    boolean hasMark() {
        return mark > 0 && mark < 1;
    }
}
