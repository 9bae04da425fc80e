package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.flaws.ColourTrial.Outcome;
import org.filterscope.analysis.flaws.ColourTrial.Recoloured;
import org.filterscope.analysis.statistics.PictureBootstrap.Interval;
import org.filterscope.core.finding.Effect;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Gradients;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;

/** Puts together what is to be said of a class that is told by colour. */
final class ColourFinding {
    /** Pictures that say which filters carry the evidence; each takes a pass forwards and backwards. */
    private static final int PICTURES = 24;

    private final FlawEvidence evidence;
    private final KnownPictures known;
    private final ColourTrial trial;
    private final int output;
    private final String name;

    ColourFinding(final FlawEvidence evidence, final KnownPictures known, final ColourTrial trial, final int output) {
        this.evidence = evidence;
        this.known = known;
        this.trial = trial;
        this.output = output;
        name = evidence.labels().get(output);
    }

    /**
     * @param mended  what turning hues does to the class's wrong pictures
     * @param taken   what the class's colours do to other pictures
     * @param byTaken whether it is the latter that makes the finding
     */
    Finding of(final Outcome mended, final Outcome taken, final boolean byTaken, final double rate, final Optional<LayerProbe> probe,
            final Progress progress) throws IOException {
        final List<Measure> numbers = new ArrayList<>(List.of(
                Measure.exact("wrong pictures of '%s' whose hues were turned".formatted(name), mended.pictures()),
                Measure.exact("of these right with other hues", mended.changed()),
                Measure.exact("of these right with blotches of brightness", mended.control()),
                Measure.exact("pictures of other classes", taken.pictures()),
                Measure.exact("of these become '%s' with the colours of its pictures".formatted(name), taken.changed()),
                Measure.exact("of these become '%s' with the colours of others".formatted(name), taken.control())));
        final List<SuspectFilter> suspects = new ArrayList<>();
        final List<Fix> fixes = new ArrayList<>();
        Optional<Effect> effect = Optional.empty();
        String clause = "";
        // Muting is tried on the other half.
        final List<Recoloured> became = probe.isPresent() ? trial.made(output, mended, byTaken, progress) : List.of();
        if (probe.isPresent() && !became.isEmpty()) {
            final EvidenceShares shares = new EvidenceShares(contributions(probe.get(), became, progress));
            final int[] named = shares.named();
            final List<Interval> intervals = shares.intervals(named, evidence.seed());
            for (int i = 0; i < named.length; i++) {
                suspects.add(probe.get().layer().suspect(named[i], shares.share(named[i])));
                numbers.add(Measure.between("share of filter %d of '%s'".formatted(named[i], probe.get().layer().name()), shares.share(named[i]),
                        intervals.get(i).low(), intervals.get(i).high()));
            }
            if (named.length > 0) {
                final MutedFilters muted = MutedFilters.of(evidence, known, probe.get(), named, progress);
                effect = Optional.of(muted.effect(false, output));
                if (muted.knows(output) && muted.zeroHelps(output)) {
                    fixes.add(new Fix(Fix.Kind.MUTE, List.of(name),
                            "Set the filters to zero: on other pictures it helps '%s' and costs the others less.".formatted(name)));
                }
                clause = "; %s of '%s' carr%s %s".formatted(FlawText.filters(named), probe.get().layer().name(), named.length == 1 ? "ies" : "y",
                        FlawText.list(IntStream.of(named).mapToObj(channel -> FlawText.percent(shares.share(channel))).toList()));
            }
        }
        fixes.add(new Fix(Fix.Kind.COLLECT, List.of(name),
                "Train on pictures of '%s' and of the others in each other's colours, or turn hues at random while training.".formatted(name)));
        final String text = byTaken
                ? "tells '%s' by colour: %d of %d other pictures become it in its colours, %d in those of others%s".formatted(name,
                        taken.changed(), taken.pictures(), taken.control(), clause)
                : "tells '%s' by colour: %d of %d wrong pictures come right with other hues, %d with other brightness%s".formatted(name,
                        mended.changed(), mended.pictures(), mended.control(), clause);
        return new Finding(FindingId.of(FindingKind.COLOUR_SHORTCUT, List.of(name)), FindingKind.COLOUR_SHORTCUT,
                Math.min(1, byTaken ? taken.harm() : mended.harm()), 1 - rate, suspects, List.of(), List.of(name), numbers, exhibits(mended, byTaken),
                effect, fixes, text);
    }

    private List<Exhibit> exhibits(final Outcome mended, final boolean byTaken) {
        final FlawExhibits exhibits = new FlawExhibits(evidence);
        final int[] outputs = evidence.predictions().outputs();
        final List<Exhibit> shown = new ArrayList<>();
        if (byTaken) {
            shown.addAll(exhibits.surest(Exhibit.Role.EVIDENCE, picture -> known.truth(picture) == output && outputs[picture] == output));
        } else {
            final int[] became = mended.became().stream().mapToInt(Recoloured::picture).sorted().toArray();
            shown.addAll(exhibits.surest(Exhibit.Role.EVIDENCE, picture -> Arrays.binarySearch(became, picture) >= 0));
            shown.addAll(exhibits.surest(Exhibit.Role.COUNTEREXAMPLE, picture -> known.truth(picture) == output && outputs[picture] == output));
        }
        return shown;
    }

    /** What each filter adds to the class's logit on pictures that became the class in their new colours: {@code [picture, channel]}. */
    private double[][] contributions(final LayerProbe probe, final List<Recoloured> became, final Progress progress) throws IOException {
        final double[][] adds = new double[Math.min(PICTURES, became.size())][];
        for (int i = 0; i < adds.length; i++) {
            progress.checkCancelled();
            adds[i] = contributions(probe, became.get(i).values());
        }
        return adds;
    }

    private double[] contributions(final LayerProbe probe, final float[] picture) {
        final NetworkSession session = evidence.session();
        final String layer = probe.layer().name();
        final Gradients found = session.gradients(new Pass(Map.of(session.graph().nodes().getFirst().name(),
                new FeatureMaps(1, session.graph().input(), picture)), List.of()), Target.logit(session.graph(), output), Set.of(layer),
                ReluRule.GRADIENT);
        final double[] sums = new double[found.value(layer).shape().channels()];
        final int positions = found.value(layer).values().length / sums.length;
        for (int i = 0; i < found.value(layer).values().length; i++) {
            sums[i / positions] += (double) found.value(layer).values()[i] * found.gradient(layer).values()[i];
        }
        return sums;
    }
}
