package org.filterscope.analysis.ablation;

/** How often pictures of each class were predicted as what; enough for accuracies. */
final class Verdicts {
    private final int[] right;
    private final int[] wrong;

    Verdicts(final int classes) {
        right = new int[classes];
        wrong = new int[classes];
    }

    /**
     * One picture's prediction, so many times (−1 takes it back).
     *
     * @param truth     class of the picture
     * @param predicted class that was predicted; negative for an output that no class has
     */
    void add(final int truth, final int predicted, final int times) {
        if (truth == predicted) {
            right[truth] += times;
        } else if (predicted >= 0) {
            wrong[predicted] += times;
        }
    }

    /** Share of a class's pictures that are predicted as it. */
    double accuracy(final int classIndex, final int pictures) {
        return (double) right[classIndex] / pictures;
    }

    /** Share of the other classes' pictures that are predicted as this class. */
    double falseAlarms(final int classIndex, final int others) {
        return (double) wrong[classIndex] / others;
    }
}
