package org.filterscope.ui.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.filterscope.core.trace.ContributionTrace;
import org.filterscope.core.trace.LayerTrace;
import org.filterscope.ui.display.Bar;

/**
 * How long bars are: within a layer the strongest filter fills half the place, to its side of zero; so does the largest of the layers' sums. Traces
 * side by side share one scale.
 *
 * @param filters by layer, largest magnitude of a contribution
 * @param layers  largest magnitude of a layer's sum or of the logit
 */
record ContributionScale(Map<String, Double> filters, double layers) {
    static final ContributionScale NONE = new ContributionScale(Map.of(), 0);

    ContributionScale {
        filters = Map.copyOf(filters);
    }

    static ContributionScale of(final List<ContributionTrace> traces) {
        final Map<String, Double> largest = new HashMap<>();
        double sums = 0;
        for (final ContributionTrace trace : traces) {
            sums = Math.max(sums, Math.abs(trace.tracedClass().logit()));
            for (final LayerTrace layer : trace.layers()) {
                sums = Math.max(sums, Math.abs(layer.attributed()));
                largest.merge(layer.layer(), Stream.concat(layer.filters().stream().map(filter -> filter.contribution()),
                        layer.regions().stream().map(region -> region.contribution())).mapToDouble(Math::abs).max().orElse(0), Math::max);
            }
        }
        return new ContributionScale(largest, sums);
    }

    Bar bar(final TraceRow row) {
        final double amount = row.amount().orElse(0);
        return switch (row.kind()) {
            case SHARE -> Bar.of(amount, 0, 1, Double.NaN);
            case PREDICTION, LAYER -> Bar.between(-layers, layers, amount);
            default -> {
                final double full = filters.getOrDefault(row.place().layer(), 0.0);
                yield Bar.between(-full, full, amount);
            }
        };
    }
}
