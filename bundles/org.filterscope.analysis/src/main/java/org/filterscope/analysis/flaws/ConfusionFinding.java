package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.PictureBootstrap.Interval;
import org.filterscope.analysis.statistics.WilsonInterval;
import org.filterscope.core.finding.Effect;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.progress.Progress;

/** Puts together what is to be said of one class that is taken for another. */
final class ConfusionFinding {
    /** Pictures that say who carries the evidence. */
    private static final int PICTURES = 200;
    /** The same in layers below the one that decides, where gradients cost more. */
    private static final int PICTURES_BELOW = 32;

    private final FlawEvidence evidence;
    private final KnownPictures known;
    private final ConfusedPair pair;
    private final String shown;
    private final String taken;
    private final List<SuspectFilter> suspects = new ArrayList<>();
    private final List<Measure> numbers = new ArrayList<>();
    private final List<String> clauses = new ArrayList<>();
    private Optional<MutedFilters> muted = Optional.empty();
    private boolean affine;

    ConfusionFinding(final FlawEvidence evidence, final KnownPictures known, final ConfusedPair pair) {
        this.evidence = evidence;
        this.known = known;
        this.pair = pair;
        shown = evidence.labels().get(pair.shown());
        taken = evidence.labels().get(pair.taken());
    }

    /** @param layers the one that decides first; may be empty */
    Finding of(final List<LayerProbe> layers, final Progress progress) throws IOException {
        final WilsonInterval share = WilsonInterval.of(pair.pictures(), pair.lost());
        numbers.add(Measure.exact("pictures of '%s'".formatted(shown), pair.pictures()));
        numbers.add(Measure.exact("of these taken for '%s'".formatted(taken), pair.lost()));
        numbers.add(Measure.between("share taken for '%s'".formatted(taken), pair.share(), share.low(), share.high()));
        for (int i = 0; i < layers.size(); i++) {
            if (i == 0) {
                deciding(layers.get(i), progress);
            } else {
                below(layers.get(i), progress);
            }
        }
        final String who = clauses.isEmpty() ? "" : "; " + String.join("; ", clauses);
        return new Finding(FindingId.of(FindingKind.CLASS_CONFUSION, List.of(shown, taken)), FindingKind.CLASS_CONFUSION, pair.share(),
                1 - pair.rate(), suspects, List.of(), List.of(shown, taken), numbers, new FlawExhibits(evidence).confused(pair.shown(), pair.taken()),
                effect(), fixes(), "takes '%s' for '%s': %d of %d pictures are lost%s".formatted(shown, taken, pair.lost(), pair.pictures(), who));
    }

    private void deciding(final LayerProbe probe, final Progress progress) throws IOException {
        final EvidenceShares shares = shares(probe, PICTURES, progress);
        final int[] named = shares.named();
        affine = probe.isAffine();
        if (named.length == 0) {
            clauses.add("no filter of '%s' carries a tenth of it, %d carry half".formatted(probe.layer().name(), shares.half()));
            return;
        }
        name(probe, shares);
        final MutedFilters found = MutedFilters.of(evidence, known, probe, named, progress);
        String clause = "%s of '%s' carr%s %s".formatted(FlawText.filters(named), probe.layer().name(), named.length == 1 ? "ies" : "y",
                FlawText.list(IntStream.of(named).mapToObj(channel -> FlawText.percent(shares.share(channel))).toList()));
        if (found.knows(pair.shown())) {
            muted = Optional.of(found);
            clause += ", muting %s changes '%s' by %s".formatted(named.length == 1 ? "it" : "them", shown,
                    FlawText.points(found.changeByZero(pair.shown())));
            numbers.add(Measure.exact("change of right answers on '%s', filters at zero".formatted(shown), found.changeByZero(pair.shown())));
            numbers.add(Measure.exact("change of right answers on '%s', filters at their means".formatted(shown), found.changeByMean(pair.shown())));
        }
        clauses.add(clause);
    }

    /** Where the evidence is spread over many filters none of them is to blame. */
    private void below(final LayerProbe probe, final Progress progress) throws IOException {
        final EvidenceShares shares = shares(probe, PICTURES_BELOW, progress);
        if (shares.isSpread()) {
            clauses.add("in '%s' it takes %d filters to carry half".formatted(probe.layer().name(), shares.half()));
        } else {
            name(probe, shares);
        }
    }

    private EvidenceShares shares(final LayerProbe probe, final int most, final Progress progress) throws IOException {
        final EvidenceShares shares = new EvidenceShares(probe.contributions(known.made(pair.shown(), most), pair.taken(), progress));
        numbers.add(Measure.exact("filters of '%s' that carry half".formatted(probe.layer().name()), shares.half()));
        return shares;
    }

    private void name(final LayerProbe probe, final EvidenceShares shares) {
        final int[] named = shares.named();
        final List<Interval> intervals = shares.intervals(named, evidence.seed());
        for (int i = 0; i < named.length; i++) {
            suspects.add(probe.layer().suspect(named[i], shares.share(named[i])));
            numbers.add(Measure.between("share of filter %d of '%s'".formatted(named[i], probe.layer().name()), shares.share(named[i]),
                    intervals.get(i).low(), intervals.get(i).high()));
        }
    }

    private boolean meanIsBetter() {
        return muted.isPresent() && muted.get().meanHelps(pair.shown())
                && (!muted.get().zeroHelps(pair.shown()) || muted.get().changeByMean(pair.shown()) > muted.get().changeByZero(pair.shown()));
    }

    private Optional<Effect> effect() {
        return muted.map(found -> found.effect(meanIsBetter(), pair.shown(), pair.taken()));
    }

    private List<Fix> fixes() {
        final List<String> classes = List.of(shown, taken);
        final List<Fix> fixes = new ArrayList<>();
        if (affine) {
            fixes.add(new Fix(Fix.Kind.REPAIR, classes,
                    "Fit the last layer anew on pictures of '%s' and '%s' that are labelled right.".formatted(shown, taken)));
        }
        if (meanIsBetter()) {
            fixes.add(new Fix(Fix.Kind.MEAN, classes, "Set the filters to their means: on other pictures it helps '%s' and costs the others less."
                    .formatted(shown)));
        } else if (muted.isPresent() && muted.get().zeroHelps(pair.shown())) {
            fixes.add(new Fix(Fix.Kind.MUTE, classes, "Set the filters to zero: on other pictures it helps '%s' and costs the others less."
                    .formatted(shown)));
        }
        fixes.add(new Fix(Fix.Kind.COLLECT, classes,
                "Look whether the training pictures of '%s' were labelled '%s' or missing, add some and train on.".formatted(shown, taken)));
        return fixes;
    }
}
