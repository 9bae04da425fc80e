package org.filterscope.core.trace;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What each filter of a layer adds to the traced class's logit, compared with the layer at zero everywhere.
 *
 * @param layer      its name
 * @param method     of {@link FilterTrace#contribution}
 * @param rows       positions of its maps; 1 where it has none
 * @param cols       positions of its maps; 1 where it has none
 * @param logit      of the traced class
 * @param baseline   the logit with the whole layer at zero
 * @param attributed sum of all filters' contributions
 * @param error      what they miss {@code logit - baseline} by, as a share of it; absent where that is 0 and something was given
 * @param filters    all filters, by number
 * @param regions    the strongest regions, by magnitude; none in layers without maps
 */
public record LayerTrace(String layer, TraceMethod method, int rows, int cols, double logit, double baseline, double attributed,
        OptionalDouble error, List<FilterTrace> filters, List<RegionTrace> regions) {

    public LayerTrace {
        filters = List.copyOf(filters);
        regions = List.copyOf(regions);
    }
}
