package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.Search;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.progress.Progress;

/** Filters whose maps have everywhere, on all pictures, the same value that is not above zero: they take time and memory and say nothing. */
final class DeadFilters implements FlawSearch {

    @Override
    public long steps(final FlawEvidence evidence) {
        return evidence.layers().stream().mapToLong(layer -> layer.peaks().channels()).sum();
    }

    @Override
    public Findings search(final FlawEvidence evidence, final Progress progress) throws IOException {
        final List<Finding> findings = new ArrayList<>();
        long tested = 0;
        for (final FlawLayer layer : evidence.layers()) {
            final List<SuspectFilter> dead = IntStream.of(dead(layer, progress)).mapToObj(channel -> layer.suspect(channel, 0)).toList();
            tested += layer.peaks().channels();
            if (!dead.isEmpty()) {
                findings.add(finding(layer, dead, evidence.pictures()));
            }
        }
        return new Findings(findings, List.of(new Search(FindingKind.DEAD_FILTERS, tested,
                "peaks of %d filters on %d pictures".formatted(tested, evidence.pictures()))));
    }

    private static int[] dead(final FlawLayer layer, final Progress progress) throws IOException {
        final float[] same = new float[layer.peaks().channels()];
        final boolean[] dead = new boolean[same.length];
        layer.peaks().forEach((channel, values, positions) -> {
            progress.checkCancelled();
            same[channel] = values.length == 0 ? 0 : values[0];
            dead[channel] = same[channel] <= 0 && areAll(values, 0, values.length, same[channel]);
            progress.advance(1);
        });
        final int[] candidates = channels(dead);
        if (candidates.length > 0) {
            // Without a rectifier a map may vary below its peak: where padding gives every picture the same one, or below zero.
            final int positions = layer.maps().shape().rows() * layer.maps().shape().cols();
            layer.maps().forEach((picture, values) -> {
                progress.checkCancelled();
                for (final int channel : candidates) {
                    dead[channel] &= areAll(values, channel * positions, (channel + 1) * positions, same[channel]);
                }
            });
        }
        return channels(dead);
    }

    private static boolean areAll(final float[] values, final int from, final int end, final float same) {
        for (int i = from; i < end; i++) {
            if (values[i] != same) {
                return false;
            }
        }
        return true;
    }

    private static int[] channels(final boolean[] flags) {
        return IntStream.range(0, flags.length).filter(channel -> flags[channel]).toArray();
    }

    private static Finding finding(final FlawLayer layer, final List<SuspectFilter> dead, final int pictures) {
        final int filters = layer.peaks().channels();
        final List<String> subject = new ArrayList<>(List.of(layer.name()));
        dead.forEach(filter -> subject.add(filter.fingerprint()));
        return new Finding(FindingId.of(FindingKind.DEAD_FILTERS, subject), FindingKind.DEAD_FILTERS, 0, 1, dead, List.of(), List.of(),
                List.of(Measure.exact("filters that never fire", dead.size()), Measure.exact("filters", filters), Measure.exact("pictures", pictures)),
                List.of(), Optional.empty(),
                List.of(new Fix(Fix.Kind.PRUNE, List.of(), "Leave these filters out, or train on with a smaller learning rate.")),
                "%d of %d filters of '%s' fire on none of %d pictures".formatted(dead.size(), filters, layer.name(), pictures));
    }
}
