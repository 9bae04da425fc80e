package org.filterscope.analysis.run;

import java.util.List;

/**
 * What is to be mended in a model.
 *
 * @param mutes   filters to be taken out
 * @param repair  whether the last layer is fitted to half of the pictures
 * @param classes names of the outputs whose weights it may change; all where none are named
 * @param flaws   whether flaws are looked for before and after, which takes about as long as two runs with that analysis alone
 */
public record FixRequest(List<Filter> mutes, boolean repair, List<String> classes, boolean flaws) {

    /**
     * A filter to be taken out.
     *
     * @param toMean whether it becomes its mean over the pictures; else zero
     */
    public record Filter(String layer, int channel, boolean toMean) {
    }

    public FixRequest {
        mutes = List.copyOf(mutes);
        classes = List.copyOf(classes);
    }

    /** Whether anything is computed from pictures, so that others must judge. */
    boolean learns() {
        return repair || mutes.stream().anyMatch(Filter::toMean);
    }
}
