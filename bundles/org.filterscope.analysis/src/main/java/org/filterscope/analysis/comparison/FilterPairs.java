package org.filterscope.analysis.comparison;

import java.util.Optional;

import org.filterscope.core.comparison.FilterLabel;
import org.filterscope.core.comparison.FilterPairRow;
import org.filterscope.core.comparison.Pairing;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.Score;

/** Makes rows of two filters side by side. */
final class FilterPairs {
    private FilterPairs() {
    }

    static FilterPairRow row(final Side before, final Side after, final Pairing pairing, final String layer, final int channel,
            final String otherLayer, final int otherChannel, final PairedFilter pair) {
        final FilterRow first = before.filters(layer).get(channel);
        final FilterRow second = after.filters(otherLayer).get(otherChannel);
        return new FilterPairRow(before.name(), after.name(), pairing, layer, channel, otherLayer, otherChannel, pair.correlation(), pair.tops(),
                pair.positions(), pair.positionCorrelation(), FilterLabel.of(first), FilterLabel.isDetector(first), FilterLabel.of(second),
                FilterLabel.isDetector(second), sameWeights(first, second));
    }

    private static Optional<Boolean> sameWeights(final FilterRow first, final FilterRow second) {
        return first.scores().text(Score.FINGERPRINT)
                .flatMap(fingerprint -> second.scores().text(Score.FINGERPRINT).map(other -> other.equals(fingerprint)));
    }
}
