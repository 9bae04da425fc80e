package org.filterscope.analysis.attribution;

/**
 * A class's score while more and more of a picture is taken away, or brought back.
 *
 * @param scores at equal steps from nothing changed to everything changed
 * @param cost   what was spent
 */
public record ScoreCurve(double[] scores, PassCount cost) {

    /** Area under the curve, both axes of length one, by trapezoids. */
    public double area() {
        double sum = 0;
        for (int i = 1; i < scores.length; i++) {
            sum += (scores[i - 1] + scores[i]) / 2;
        }
        return sum / (scores.length - 1);
    }
}
