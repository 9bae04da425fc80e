package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.Search;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.progress.Progress;

/** Filters whose peak is not above zero on any picture: they take time and memory and say nothing. */
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
            final List<SuspectFilter> dead = new ArrayList<>();
            layer.peaks().forEach((channel, values, positions) -> {
                progress.checkCancelled();
                if (isDead(values)) {
                    dead.add(layer.suspect(channel, 0));
                }
                progress.advance(1);
            });
            tested += layer.peaks().channels();
            if (!dead.isEmpty()) {
                findings.add(finding(layer, dead, evidence.pictures()));
            }
        }
        return new Findings(findings, List.of(new Search(FindingKind.DEAD_FILTERS, tested,
                "peaks of %d filters on %d pictures".formatted(tested, evidence.pictures()))));
    }

    private static boolean isDead(final float[] peaks) {
        for (final float peak : peaks) {
            if (peak > 0) {
                return false;
            }
        }
        return true;
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
