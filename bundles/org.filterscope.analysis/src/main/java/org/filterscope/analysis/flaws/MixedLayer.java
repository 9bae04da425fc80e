package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.filterscope.core.progress.Progress;

/** The filters of a layer that mix parts, and what that does. */
final class MixedLayer {
    /** Share of the evidence from which on a filter counts. */
    static final double COUNTS = 0.1;
    private static final int PICTURES = 50;
    private static final int CLASSES = 2;

    private final FlawEvidence evidence;
    private final KnownPictures known;
    private final LayerProbe probe;
    private final List<LayerParts> kinds;

    /** @param kinds at least one */
    MixedLayer(final FlawEvidence evidence, final KnownPictures known, final LayerProbe probe, final List<LayerParts> kinds) {
        this.evidence = evidence;
        this.known = known;
        this.probe = probe;
        this.kinds = kinds;
    }

    LayerProbe probe() {
        return probe;
    }

    int filters() {
        return probe.layer().maps().shape().channels();
    }

    /** The most harmful first, of those that do none the one first that carries most; each filter once. */
    List<MixedFilter> find(final List<ConfusedPair> pairs, final Progress progress) throws IOException {
        final Map<Integer, MixedFilter> found = new HashMap<>();
        for (final ConfusedPair pair : pairs) {
            harmful(pair, found, progress);
        }
        harmless(found, progress);
        return found.values().stream().sorted(Comparator.comparingDouble(MixedFilter::harm).thenComparingDouble(MixedFilter::share).reversed()
                .thenComparingInt(MixedFilter::filter)).toList();
    }

    private void harmful(final ConfusedPair pair, final Map<Integer, MixedFilter> found, final Progress progress) throws IOException {
        final int[] wrong = Arrays.stream(known.made(pair.shown(), known.count(pair.shown())))
                .filter(picture -> evidence.predictions().outputs()[picture] == pair.taken()).limit(PICTURES).toArray();
        if (wrong.length == 0) {
            return;
        }
        final EvidenceShares shares = new EvidenceShares(probe.contributions(wrong, pair.taken(), progress));
        for (int filter = 0; filter < filters(); filter++) {
            final Optional<MixedParts> parts = shares.share(filter) < COUNTS ? Optional.empty() : parts(filter, pair);
            if (parts.isPresent()) {
                found.merge(filter, new MixedFilter(filter, parts.get(), shares.share(filter), Optional.of(pair)),
                        (one, other) -> other.harm() > one.harm() ? other : one);
            }
        }
    }

    private Optional<MixedParts> parts(final int filter, final ConfusedPair pair) {
        final List<LayerParts> shown = of(pair.shown());
        final List<LayerParts> taken = of(pair.taken());
        final List<Optional<MixedParts>> mixtures = new ArrayList<>();
        shown.forEach(one -> taken.forEach(other -> mixtures.add(one.mixture(other, filter))));
        shown.forEach(one -> mixtures.add(one.mixture(filter)));
        taken.forEach(one -> mixtures.add(one.mixture(filter)));
        return mixtures.stream().flatMap(Optional::stream).findFirst();
    }

    /** What is known of a class; where pictures have no kinds that holds for all. */
    private List<LayerParts> of(final int output) {
        return kinds.stream().filter(kind -> kind.kind().isEmpty() || kind.kind().equals(evidence.labels().get(output))).toList();
    }

    private void harmless(final Map<Integer, MixedFilter> found, final Progress progress) throws IOException {
        final List<Optional<MixedParts>> mixtures = new ArrayList<>();
        for (int filter = 0; filter < filters(); filter++) {
            final int channel = filter;
            mixtures.add(kinds.stream().map(kind -> kind.mixture(channel)).flatMap(Optional::stream).findFirst());
        }
        if (mixtures.stream().allMatch(Optional::isEmpty)) {
            return;
        }
        final double[][] highest = new double[filters()][CLASSES];
        for (final int output : known.outputs()) {
            final EvidenceShares shares = new EvidenceShares(probe.contributions(known.made(output, PICTURES), output, progress));
            for (int filter = 0; filter < highest.length; filter++) {
                keep(highest[filter], shares.share(filter));
            }
        }
        for (int filter = 0; filter < highest.length; filter++) {
            if (mixtures.get(filter).isPresent() && highest[filter][1] >= COUNTS) {
                found.putIfAbsent(filter, new MixedFilter(filter, mixtures.get(filter).get(), highest[filter][1], Optional.empty()));
            }
        }
    }

    private static void keep(final double[] highest, final double share) {
        if (share > highest[0]) {
            highest[1] = highest[0];
            highest[0] = share;
        } else {
            highest[1] = Math.max(highest[1], share);
        }
    }
}
