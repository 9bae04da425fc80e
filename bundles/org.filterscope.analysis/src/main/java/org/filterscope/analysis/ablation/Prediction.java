package org.filterscope.analysis.ablation;

import org.filterscope.engine.execution.FeatureMaps;

/** Which class is predicted: that of the highest logit, of equal ones the first. */
final class Prediction {

    private Prediction() {
    }

    static int of(final FeatureMaps logits, final int image) {
        final int start = logits.start(image, 0);
        int best = 0;
        for (int i = 1; i < logits.shape().channels(); i++) {
            best = logits.values()[start + i] > logits.values()[start + best] ? i : best;
        }
        return best;
    }
}
