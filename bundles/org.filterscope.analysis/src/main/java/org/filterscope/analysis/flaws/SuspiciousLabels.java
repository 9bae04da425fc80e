package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.BinomialTail;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.Search;
import org.filterscope.core.progress.Progress;

/**
 * Labels that all other pictures contradict. Of most use on the pictures that the network was trained with: there it has learnt wrong labels by
 * heart,
 * and its own errors tell nothing. docs/methods/flaws.md has the definitions.
 */
final class SuspiciousLabels implements FlawSearch {
    /** Of the regression, by picture; features have the spread 1. */
    private static final double RIDGE = 1;
    /** Share of rightly labelled pictures that are hard enough to be contradicted. */
    private static final double HARD = 0.02;
    private static final double ALPHA = 0.01;
    /** A network that is wrong more often cannot judge labels. */
    private static final double MOST_ERRORS = 0.1;
    private static final int LEAST_PICTURES = 100;
    /** Where a picture is alone in its class, all others contradict it whatever it shows. */
    private static final int LEAST_OF_A_CLASS = 5;

    @Override
    public long steps(final FlawEvidence evidence) {
        return evidence.pictures();
    }

    @Override
    public Findings search(final FlawEvidence evidence, final Progress progress) throws IOException {
        progress.checkCancelled();
        final int[] known = IntStream.range(0, evidence.pictures()).filter(picture -> evidence.truth(picture) >= 0).toArray();
        final int[] counts = new int[evidence.labels().size()];
        IntStream.of(known).forEach(picture -> counts[evidence.truth(picture)]++);
        final int[] pictures = IntStream.of(known).filter(picture -> counts[evidence.truth(picture)] >= LEAST_OF_A_CLASS).toArray();
        final DecidingFeatures features = new DecidingFeatures(evidence);
        final Optional<String> obstacle = obstacle(evidence, pictures, features);
        if (obstacle.isPresent()) {
            return Prerequisites.nothing(FindingKind.SUSPICIOUS_LABELS, obstacle.get());
        }
        return search(evidence, known.length - pictures.length, pictures.length,
                PictureDraw.of(evidence, pictures, Math.max(features.count(), counts.length)), features, progress);
    }

    private static Findings search(final FlawEvidence evidence, final int small, final int all, final int[] pictures,
            final DecidingFeatures features, final Progress progress) throws IOException {
        final double[][] standard = DecidingFeatures.standardised(features.read(pictures, progress));
        final int[] classes = IntStream.of(pictures).map(evidence::truth).toArray();
        final DoubtfulLabels labels = DoubtfulLabels.of(LeaveOneOut.scores(standard, classes, evidence.labels().size(), RIDGE, progress), classes);
        final double pValue = BinomialTail.of(pictures.length, labels.doubtful().length, HARD);
        return new Findings(pValue <= ALPHA ? List.of(finding(evidence, pictures, labels, pValue)) : List.of(),
                List.of(new Search(FindingKind.SUSPICIOUS_LABELS, pictures.length,
                        "labels of %d pictures%s against what all others say; %d are contradicted; %d pictures of classes with fewer than %d left out"
                                .formatted(pictures.length, pictures.length < all ? ", drawn by lot from %d,".formatted(all) : "",
                                        labels.doubtful().length, small, LEAST_OF_A_CLASS))));
    }

    private static Optional<String> obstacle(final FlawEvidence evidence, final int[] pictures, final DecidingFeatures features) {
        final Optional<String> missing = Prerequisites.missing(evidence);
        if (missing.isPresent()) {
            return missing;
        }
        if (pictures.length < LEAST_PICTURES) {
            return Optional.of("fewer than %d pictures have a class of %d or more that is named like an output of the network".formatted(
                    LEAST_PICTURES, LEAST_OF_A_CLASS));
        }
        final double wrong = IntStream.of(pictures).filter(picture -> evidence.predictions().outputs()[picture] != evidence.truth(picture)).count()
                / (double) pictures.length;
        return wrong > MOST_ERRORS
                ? Optional.of("the network is wrong on %.0f %% of the pictures, too often to judge labels by it".formatted(100 * wrong))
                : features.obstacle();
    }

    private static Finding finding(final FlawEvidence evidence, final int[] pictures, final DoubtfulLabels labels, final double pValue) {
        final int[] doubtful = IntStream.of(labels.doubtful()).map(i -> pictures[i]).toArray();
        final double share = (double) doubtful.length / pictures.length;
        final List<String> classes = Arrays.stream(doubtful).map(evidence::truth).distinct().sorted().mapToObj(output -> evidence.labels()
                .get(output))
                .toList();
        return new Finding(FindingId.of(FindingKind.SUSPICIOUS_LABELS, List.of()), FindingKind.SUSPICIOUS_LABELS, share, 1 - pValue, List.of(),
                List.of(),
                classes, List.of(Measure.exact("labels in doubt", doubtful.length), Measure.exact("pictures", pictures.length),
                        Measure.exact("labels in doubt where all are right, at most about", HARD * pictures.length)),
                new FlawExhibits(evidence).of(doubtful, new int[0]), Optional.empty(),
                List.of(new Fix(Fix.Kind.RELABEL, classes, "Look at these pictures' labels again, the first ones first.")),
                "%d of %d labels (%.1f %%) are contradicted by all other pictures".formatted(doubtful.length, pictures.length, 100 * share));
    }
}
