package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.BinomialTail;
import org.filterscope.analysis.statistics.FalseDiscovery;
import org.filterscope.analysis.statistics.WilsonInterval;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.Search;
import org.filterscope.core.progress.Progress;

/** Kinds of pictures on which the network is sure, and wrong more often than it says itself. docs/methods/flaws.md has the definitions. */
final class UnknownUnknowns implements FlawSearch {
    private static final double ALPHA = 0.05;
    /** Errors that a sound network makes, too. */
    private static final double USUAL_ERRORS = 0.05;
    private static final int LEAST_PICTURES = 8;

    @Override
    public long steps(final FlawEvidence evidence) {
        return (long) evidence.pictures() * evidence.layers().size();
    }

    @Override
    public Findings search(final FlawEvidence evidence, final Progress progress) throws IOException {
        final Optional<String> missing = Prerequisites.missing(evidence);
        if (missing.isPresent()) {
            return Prerequisites.nothing(FindingKind.UNKNOWN_UNKNOWNS, missing.get());
        }
        if (!evidence.predictions().areProbabilities()) {
            return Prerequisites.nothing(FindingKind.UNKNOWN_UNKNOWNS,
                    "what the network says are no probabilities, so that nobody knows when it is sure");
        }
        final Halves halves = Halves.of(evidence.pictures(), evidence.seed());
        final PictureKinds kinds = PictureKinds.of(evidence, halves, progress);
        final long sure = IntStream.of(kinds.kinds()).filter(kind -> kind >= 0).count();
        final double[] looked = FalseDiscovery.adjusted(IntStream.range(0, kinds.count())
                .mapToDouble(kind -> pValue(evidence, halves.looked(picture -> kinds.kinds()[picture] == kind))).toArray());
        // Only what was found is checked, so only that has to be corrected for.
        final double[] checked = FalseDiscovery.adjusted(IntStream.range(0, kinds.count()).mapToDouble(kind -> looked[kind] <= ALPHA
                ? pValue(evidence, halves.checked(picture -> kinds.kinds()[picture] == kind)) : Double.NaN).toArray());
        final List<Finding> findings = new ArrayList<>();
        for (int kind = 0; kind < checked.length; kind++) {
            if (checked[kind] <= ALPHA) {
                final int wanted = kind;
                findings.add(finding(evidence, kinds.outputs()[kind], halves.checked(picture -> kinds.kinds()[picture] == wanted), checked[kind]));
            }
        }
        return new Findings(distinct(findings), List.of(new Search(FindingKind.UNKNOWN_UNKNOWNS, kinds.count(),
                "%d kinds among %d pictures that the network is sure of%s".formatted(kinds.count(), sure, kinds.drawn() < evidence.pictures()
                        ? "; %d of %d pictures were looked at, drawn by lot".formatted(kinds.drawn(), evidence.pictures()) : ""))));
    }

    private static double pValue(final FlawEvidence evidence, final int[] pictures) {
        return pictures.length < LEAST_PICTURES ? Double.NaN
                : BinomialTail.of(pictures.length, wrong(evidence, pictures).length, expected(evidence, pictures));
    }

    /** The share of errors that the network's own probabilities admit; at least what a sound network makes. */
    private static double expected(final FlawEvidence evidence, final int[] pictures) {
        return Math.max(USUAL_ERRORS, IntStream.of(pictures).mapToDouble(picture -> 1 - evidence.predictions().probabilities()[picture]).average()
                .orElse(0));
    }

    private static int[] wrong(final FlawEvidence evidence, final int[] pictures) {
        return IntStream.of(pictures).filter(picture -> evidence.predictions().outputs()[picture] != evidence.truth(picture)).toArray();
    }

    private static Finding finding(final FlawEvidence evidence, final int output, final int[] pictures, final double pValue) {
        final int[] wrong = wrong(evidence, pictures);
        final int[] counts = new int[evidence.labels().size()];
        IntStream.of(wrong).forEach(picture -> counts[evidence.truth(picture)]++);
        final int most = IntStream.range(0, counts.length).reduce(0, (best, next) -> counts[next] > counts[best] ? next : best);
        final String truth = evidence.labels().get(most);
        final String said = evidence.labels().get(output);
        final double harm = (double) wrong.length / pictures.length;
        final WilsonInterval interval = WilsonInterval.of(pictures.length, wrong.length);
        return new Finding(FindingId.of(FindingKind.UNKNOWN_UNKNOWNS, List.of(truth, said)), FindingKind.UNKNOWN_UNKNOWNS, harm, 1 - pValue,
                List.of(), List.of(), List.of(truth, said),
                List.of(Measure.between("harm", harm, interval.low(), interval.high()), Measure.exact("pictures of this kind", pictures.length),
                        Measure.exact("errors that the network expects, or 5 %", expected(evidence, pictures))),
                new FlawExhibits(evidence).of(wrong, IntStream.of(pictures).filter(picture -> evidence.truth(picture) == output).toArray()),
                        Optional.empty(),
                List.of(new Fix(Fix.Kind.COLLECT, List.of(truth), "Train with more pictures of '%s' like these.".formatted(truth))),
                "a kind of picture is called '%s' with certainty and is not in %.0f %% of cases, most often '%s'".formatted(said, 100 * harm,
                        truth));
    }

    /** Of kinds with the same claim the worst. */
    private static List<Finding> distinct(final List<Finding> findings) {
        final Set<String> ids = new HashSet<>();
        return findings.stream().sorted(Finding.BY_HARM).filter(finding -> ids.add(finding.id())).toList();
    }
}
