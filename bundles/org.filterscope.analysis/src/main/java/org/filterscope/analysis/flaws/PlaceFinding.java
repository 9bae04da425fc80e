package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.PictureBootstrap.Interval;
import org.filterscope.analysis.statistics.WilsonInterval;
import org.filterscope.core.finding.Effect;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;

/** Puts together what is to be said of a class that is told by one place of the picture. */
final class PlaceFinding {
    private static final int PICTURES = 100;
    /** Share of all right answers that muting may cost. */
    private static final double COST = 0.02;

    private final FlawEvidence evidence;
    private final KnownPictures known;
    private final LayerProbe probe;
    private final int output;
    private final EvidencePlaces places;
    private final MapWindow pixels;
    private final PlaceTrial trial;

    PlaceFinding(final FlawEvidence evidence, final KnownPictures known, final LayerProbe probe, final int output, final EvidencePlaces places) {
        this.evidence = evidence;
        this.known = known;
        this.probe = probe;
        this.output = output;
        this.places = places;
        pixels = places.window().pixels(probe.layer(), evidence.session().graph().input());
        trial = new PlaceTrial(evidence, known, output, pixels);
    }

    PlaceTrial trial() {
        return trial;
    }

    /** Share of the place's pixels that are the same on all pictures of the class alone. */
    double sameness(final Progress progress) throws IOException {
        final int each = Math.max(1, PICTURES / Math.max(1, known.outputs().length - 1));
        final int[] others = IntStream.of(known.outputs()).filter(other -> other != output).flatMap(other -> IntStream.of(known.made(other, each)))
                .toArray();
        return new PlaceSameness(evidence, pixels).share(known.made(output, PICTURES), others, progress);
    }

    /** @param same share of the place's pixels that are the same on all pictures of the class */
    Finding of(final PlaceTrial.Outcome outcome, final double same, final double rate, final Progress progress) throws IOException {
        final String name = evidence.labels().get(output);
        final EvidenceShares shares = new EvidenceShares(contributions(progress));
        final int[] named = shares.named();
        final List<Measure> numbers = numbers(outcome, name);
        numbers.add(Measure.exact("share of the place's pixels that are the same", same));
        final List<Interval> intervals = shares.intervals(named, evidence.seed());
        final List<SuspectFilter> suspects = new ArrayList<>();
        for (int i = 0; i < named.length; i++) {
            suspects.add(probe.layer().suspect(named[i], shares.share(named[i])));
            numbers.add(Measure.between("share of filter %d of '%s'".formatted(named[i], probe.layer().name()), shares.share(named[i]),
                    intervals.get(i).low(), intervals.get(i).high()));
        }
        final List<Fix> fixes = new ArrayList<>();
        Optional<Effect> effect = Optional.empty();
        String clause = "; no filter of '%s' carries a tenth of it".formatted(probe.layer().name());
        if (named.length > 0) {
            final MutedFilters muted = MutedFilters.of(evidence, known, probe, named, progress);
            final int still = trial.takenWith(probe.edit(named, new float[named.length]), progress);
            numbers.add(Measure.exact("of these become '%s', filters at zero".formatted(name), still));
            effect = Optional.of(muted.effect(false, output));
            if (2 * still <= outcome.taken() && muted.changeOfAllByZero() >= -COST) {
                fixes.add(new Fix(Fix.Kind.MUTE, List.of(name),
                        "Set the filters to zero: the place then makes %d of %d pictures '%s', and the right answers change by %s.".formatted(still,
                                outcome.others(), name, FlawText.points(muted.changeOfAllByZero()))));
            }
            clause = "; %s of '%s' carr%s %s of it".formatted(FlawText.filters(named), probe.layer().name(), named.length == 1 ? "ies" : "y",
                    FlawText.list(IntStream.of(named).mapToObj(channel -> FlawText.percent(shares.share(channel))).toList()));
        }
        fixes.add(new Fix(Fix.Kind.COLLECT, List.of(name),
                "Look what is there on the training pictures of '%s'; cut it off or paint it over, and train again.".formatted(name)));
        return new Finding(FindingId.of(FindingKind.FIXED_PLACE, List.of(name)), FindingKind.FIXED_PLACE, outcome.harm(), 1 - rate, suspects,
                List.of(), List.of(name), numbers, new FlawExhibits(evidence).surest(Exhibit.Role.EVIDENCE, picture -> known.truth(picture) == output
                        && evidence.predictions().outputs()[picture] == output), effect, fixes,
                "tells '%s' by one place, rows %d to %d and columns %d to %d: put there, it makes %d of %d other pictures '%s'%s".formatted(name,
                        pixels.top(), pixels.bottom() - 1, pixels.left(), pixels.right() - 1, outcome.taken(), outcome.others(), name, clause));
    }

    private List<Measure> numbers(final PlaceTrial.Outcome outcome, final String name) {
        final WilsonInterval taken = WilsonInterval.of(outcome.others(), outcome.taken());
        return new ArrayList<>(List.of(Measure.exact("share of the evidence in the window", places.share()),
                Measure.exact("share of pictures with the strongest evidence there", places.peaks()),
                Measure.exact("pictures of other classes", outcome.others()),
                Measure.exact("of these become '%s' with what is there on its pictures".formatted(name), outcome.taken()),
                Measure.exact("of these become '%s' with what is there on others".formatted(name), outcome.control()),
                Measure.between("share that becomes '%s'".formatted(name), (double) outcome.taken() / outcome.others(), taken.low(), taken.high()),
                Measure.exact("pictures of '%s'".formatted(name), outcome.own()),
                Measure.exact("of these lost with what is there on others", outcome.lost())));
    }

    /** Of the filters, inside the window. */
    private double[][] contributions(final Progress progress) throws IOException {
        final int[] pictures = known.made(output, PICTURES);
        final Shape shape = probe.layer().maps().shape();
        final int positions = shape.rows() * shape.cols();
        final double[][] sums = new double[pictures.length][shape.channels()];
        probe.forEachContribution(pictures, output, progress, (index, adds) -> {
            for (int i = 0; i < adds.length; i++) {
                sums[index][i / positions] += places.window().contains(i % positions, shape) ? adds[i] : 0;
            }
        });
        return sums;
    }
}
