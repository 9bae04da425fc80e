package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.finding.Effect;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.progress.Progress;

/** Puts together what is to be said of a layer's filters that mix parts. */
final class MixedFinding {
    private static final int TOLD = 5;

    private final FlawEvidence evidence;
    private final KnownPictures known;
    private final LayerProbe probe;
    private final String layer;

    MixedFinding(final FlawEvidence evidence, final KnownPictures known, final LayerProbe probe) {
        this.evidence = evidence;
        this.known = known;
        this.probe = probe;
        layer = probe.layer().name();
    }

    /** @param all at least one, the most harmful first */
    Finding of(final List<MixedFilter> all, final Progress progress) throws IOException {
        final List<MixedFilter> told = all.stream().limit(TOLD).toList();
        final double harm = told.getFirst().harm();
        final List<SuspectFilter> suspects = new ArrayList<>();
        final List<Measure> numbers = new ArrayList<>(List.of(Measure.exact("filters that mix parts and count", all.size())));
        final List<String> clauses = new ArrayList<>();
        for (final MixedFilter mixed : told) {
            suspects.add(probe.layer().suspect(mixed.filter(), harm > 0 ? mixed.harm() / harm : 0));
            numbers.add(Measure.exact(mixed.carries().map(pair -> "share of filter %d in what makes '%s' '%s'".formatted(mixed.filter(),
                    label(pair.shown()), label(pair.taken()))).orElse("share of filter %d, of two classes the lower".formatted(mixed.filter())),
                    mixed.share()));
            clauses.add("filter %d mixes %s and carries %s of %s".formatted(mixed.filter(), mixed.parts().name(), FlawText.percent(mixed.share()),
                    mixed.carries().map(pair -> "what makes '%s' '%s', where %d of %d pictures are lost".formatted(label(pair.shown()),
                            label(pair.taken()), pair.lost(), pair.pictures())).orElse("the evidence for two classes or more")));
        }
        final Optional<ConfusedPair> worst = told.getFirst().carries();
        final List<String> classes = worst.map(pair -> List.of(label(pair.shown()), label(pair.taken()))).orElse(List.of());
        final List<Fix> fixes = new ArrayList<>();
        Optional<Effect> effect = Optional.empty();
        if (worst.isPresent()) {
            final int[] carrying = told.stream().filter(mixed -> mixed.carries().equals(worst)).mapToInt(MixedFilter::filter).toArray();
            final MutedFilters muted = MutedFilters.of(evidence, known, probe, carrying, progress);
            final int shown = worst.get().shown();
            effect = Optional.of(muted.effect(false, shown, worst.get().taken()));
            if (muted.knows(shown) && muted.zeroHelps(shown)) {
                fixes.add(new Fix(Fix.Kind.MUTE, classes, "Set the filters to zero: on other pictures it helps '%s' and costs the others less."
                        .formatted(label(shown))));
            }
            fixes.add(new Fix(Fix.Kind.COLLECT, classes,
                    "Add pictures that show the one part without the other, so that training must tell them apart, and train on."));
        }
        final List<Exhibit> exhibits = worst.map(pair -> new FlawExhibits(evidence).confused(pair.shown(), pair.taken())).orElse(List.of());
        return new Finding(FindingId.of(FindingKind.MIXED_PATTERNS, List.of(layer)), FindingKind.MIXED_PATTERNS, harm,
                worst.map(pair -> 1 - pair.rate()).orElse(1.0), suspects, List.of(), classes, numbers, exhibits, effect, fixes,
                "%d of %d filters of '%s' mix parts and count%s: %s%s".formatted(all.size(), probe.layer().maps().shape().channels(), layer,
                        worst.isPresent() ? "" : ", which does no harm that can be measured", String.join("; ", clauses),
                        all.size() > told.size() ? "; %d more".formatted(all.size() - told.size()) : ""));
    }

    private String label(final int output) {
        return evidence.labels().get(output);
    }
}
