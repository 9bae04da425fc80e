package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.analysis.flaws.BackgroundExchange.Outcome;
import org.filterscope.analysis.statistics.BinomialTail;
import org.filterscope.analysis.statistics.FalseDiscovery;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.Search;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.progress.Progress;

/**
 * Classes that are told by what lies around the object: an object of another class before a background of theirs is taken for one of theirs.
 * docs/methods/flaws.md has the definitions.
 */
final class ContextShortcuts implements FlawSearch {
    private static final double ALPHA = 0.05;
    private static final int LEAST_TRIALS = 20;
    /** Cutting out and filling in leaves traces; what changes less than this of the predictions is no shortcut. */
    private static final double LEAST_HARM = 0.1;
    private static final int MOST_FILTERS = 8;

    private final RunConcepts read;

    ContextShortcuts(final RunConcepts read) {
        this.read = read;
    }

    @Override
    public long steps(final FlawEvidence evidence) {
        return PictureConcepts.steps(evidence);
    }

    @Override
    public Findings search(final FlawEvidence evidence, final Progress progress) throws IOException {
        final Optional<String> missing = Prerequisites.missingWithMasks(evidence);
        if (missing.isPresent()) {
            return Prerequisites.nothing(FindingKind.CONTEXT_SHORTCUT, missing.get());
        }
        final PictureConcepts concepts = read.of(evidence, progress);
        final ClassObjects objects = ClassObjects.of(evidence, concepts);
        if (objects.known() < 2) {
            return Prerequisites.nothing(FindingKind.CONTEXT_SHORTCUT, "fewer than two outputs of the network are named like a concept of the masks");
        }
        final Outcome outcome = new BackgroundExchange(evidence, concepts, objects).run(progress);
        final List<double[]> differences = IntStream.range(0, evidence.labels().size()).mapToObj(output -> differences(outcome, output)).toList();
        final double[] adjusted = FalseDiscovery.adjusted(differences.stream().mapToDouble(ContextShortcuts::pValue).toArray());
        final List<Finding> findings = new ArrayList<>();
        for (int output = 0; output < adjusted.length; output++) {
            if (adjusted[output] <= ALPHA) {
                final MeanHarm harm = MeanHarm.of(differences.get(output), evidence.seed());
                if (harm.mean() >= LEAST_HARM && harm.low() > 0) {
                    final Optional<FlawLayer> layer = evidence.layers().reversed().stream().filter(evidence::decides).findFirst();
                    final List<SuspectFilter> filters = new ArrayList<>();
                    final List<Measure> numbers = new ArrayList<>();
                    if (layer.isPresent()) {
                        final OutsideEvidence outside = OutsideEvidence.of(evidence, concepts, objects, layer.get(), output, progress);
                        filters.addAll(suspects(layer.get(), outside));
                        numbers.add(Measure.exact("share of the evidence outside of the object", outside.share()));
                        numbers.add(Measure.exact("share of the picture outside of the object", outside.even()));
                    }
                    findings.add(finding(evidence, outcome, output, harm, adjusted[output], filters, numbers));
                }
            }
        }
        final long tested = differences.stream().filter(trials -> trials.length >= LEAST_TRIALS).count();
        return new Findings(findings, List.of(new Search(FindingKind.CONTEXT_SHORTCUT, tested,
                "%d objects before backgrounds of other classes and of their own, %d classes with %d trials or more".formatted(
                        outcome.trials().size(), tested, LEAST_TRIALS))));
    }

    /** By trial with a background of a class: 1 where only that background makes the network say it, −1 where only the other does, else 0. */
    private static double[] differences(final Outcome outcome, final int output) {
        return IntStream.range(0, outcome.trials().size()).filter(i -> outcome.trials().get(i).output() == output)
                .mapToDouble(i -> (outcome.changed()[i] ? 1 : 0) - (outcome.control()[i] ? 1 : 0)).toArray();
    }

    /** The sign test, as of McNemar: trials on which both backgrounds do the same say nothing. */
    private static double pValue(final double[] differences) {
        if (differences.length < LEAST_TRIALS) {
            return Double.NaN;
        }
        final int more = (int) IntStream.range(0, differences.length).filter(i -> differences[i] > 0).count();
        final int less = (int) IntStream.range(0, differences.length).filter(i -> differences[i] < 0).count();
        return BinomialTail.sign(more, less);
    }

    private static List<SuspectFilter> suspects(final FlawLayer layer, final OutsideEvidence outside) {
        return IntStream.range(0, outside.filter().length).boxed()
                .sorted(Comparator.comparingDouble(channel -> -outside.filter()[channel])).limit(MOST_FILTERS)
                .filter(channel -> outside.filter()[channel] > 0).map(channel -> layer.suspect(channel, outside.filter()[channel])).toList();
    }

    private static Finding finding(final FlawEvidence evidence, final Outcome outcome, final int output, final MeanHarm harm, final double pValue,
            final List<SuspectFilter> filters, final List<Measure> outside) {
        final String name = evidence.labels().get(output);
        final int[] trials = IntStream.range(0, outcome.trials().size()).filter(i -> outcome.trials().get(i).output() == output).toArray();
        final double changed = IntStream.of(trials).filter(i -> outcome.changed()[i]).count() / (double) trials.length;
        final double control = IntStream.of(trials).filter(i -> outcome.control()[i]).count() / (double) trials.length;
        final List<Measure> numbers = new ArrayList<>(List.of(Measure.between("harm", harm.mean(), harm.low(), harm.high()),
                Measure.exact("taken for the class before its backgrounds", changed),
                Measure.exact("taken for the class before backgrounds of their own", control), Measure.exact("objects", trials.length)));
        numbers.addAll(outside);
        return new Finding(FindingId.of(FindingKind.CONTEXT_SHORTCUT, List.of(name)), FindingKind.CONTEXT_SHORTCUT, harm.mean(), 1 - pValue, filters,
                List.of(), List.of(name), numbers,
                new FlawExhibits(evidence).of(backgrounds(outcome, trials, true), backgrounds(outcome, trials, false)), Optional.empty(),
                List.of(new Fix(Fix.Kind.COLLECT, List.of(name), "Train with pictures of '%s' before other backgrounds, and of others before its own."
                        .formatted(name)), new Fix(Fix.Kind.REPAIR, List.of(name), "Fit the last layer anew with such pictures.")),
                ("the background makes '%s': %.0f %% of other objects are called '%s' before backgrounds taken from what the network calls so, "
                        + "%.0f %% before others")
                        .formatted(name, 100 * changed, name, 100 * control));
    }

    private static int[] backgrounds(final Outcome outcome, final int[] trials, final boolean changed) {
        return IntStream.of(trials).filter(i -> outcome.changed()[i] == changed).map(i -> outcome.trials().get(i).other()).distinct().toArray();
    }
}
