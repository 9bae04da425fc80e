package org.filterscope.analysis.ablation;

import java.util.Map;

import org.filterscope.analysis.ablation.AblationTally.Value;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;

/** A way to find what is predicted when filters are ablated. */
interface AblatedLogits {

    /** Hears what is predicted. */
    @FunctionalInterface
    interface Listener {
        void predicted(int image, int channel, Value value, int output);
    }

    /**
     * Ablates every filter on every image of a batch, both ways. What cannot change anything need not be told.
     *
     * @param given    values by layer, the ablated layer among them
     * @param base     logits with nothing ablated
     * @param progress advances by one for each image, filter and way
     */
    void predict(Map<String, FeatureMaps> given, FeatureMaps base, Listener listener, Progress progress);
}
