package org.filterscope.core.protocol;

import java.util.List;

/**
 * Asks for a mended copy of a model.
 *
 * @param run           a name for the request, chosen by the client
 * @param configuration absolute path of the configuration file
 * @param out           absolute path of the copy; replaced if it exists, never the original
 * @param filters       to be silenced; may be empty
 * @param lastLayer     whether the last layer is fitted anew
 * @param classes       whose weights that may change; empty for all
 * @param withoutFindings whether flaws are not looked for before and after: that takes about as long as two runs with the analysis {@code flaws} alone,
 *                      on the pictures that nothing is learnt from
 */
public record RepairRequest(String run, String configuration, String out, List<SilencedFilter> filters, boolean lastLayer, List<String> classes,
        boolean withoutFindings) {

    /**
     * @param layer   its name
     * @param channel number of the filter
     * @param mean    whether it becomes its mean over the pictures; else zero
     */
    public record SilencedFilter(String layer, int channel, boolean mean) {
    }
}
