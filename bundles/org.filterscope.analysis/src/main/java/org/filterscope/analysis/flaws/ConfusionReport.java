package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.SuspectFilter;

/** Puts a confusion into words and numbers. */
final class ConfusionReport {
    /** Filters that carry less are not named. */
    private static final double LEAST_SHARE = 0.02;

    private final FlawEvidence evidence;
    private final PictureConcepts concepts;
    private final Halves halves;
    private final Confusion confusion;
    private final ConceptPair pair;
    private final FlawLayer layer;

    /** @param halves of which one chose the filters; numbers are those of the other */
    ConfusionReport(final FlawEvidence evidence, final PictureConcepts concepts, final Halves halves, final Confusion confusion) {
        this.evidence = evidence;
        this.concepts = concepts;
        this.halves = halves;
        this.confusion = confusion;
        pair = confusion.pictures().pair();
        layer = evidence.layers().get(pair.layer());
    }

    Finding finding() throws IOException {
        final String shown = concepts.concept(pair.shown()).name();
        final String taken = concepts.concept(pair.taken()).name();
        final int[] wrong = confusion.pictures().wrongPictures();
        final int[] pictures = confusion.pictures().checked();
        final List<SuspectFilter> filters = filters();
        final String output = mostOften(wrong);
        final double share = (double) wrong.length / pictures.length;
        final String named = filters.size() == 1 ? "filter %d of '%s' fires on".formatted(filters.getFirst().channel(), layer.name())
                : filters.isEmpty() ? "'%s' fires on".formatted(layer.name()) : "%d filters of '%s' fire on".formatted(filters.size(), layer.name());
        return new Finding(FindingId.of(FindingKind.CONCEPT_CONFUSION, List.of(shown, taken)), FindingKind.CONCEPT_CONFUSION,
                confusion.harm().mean(), 1 - confusion.pValue(), filters, List.of(shown, taken), List.of(mostOftenTrue(wrong), output),
                numbers(filters, share), new FlawExhibits(evidence).of(wrong,
                        IntStream.of(pictures).filter(picture -> Arrays.binarySearch(wrong, picture) < 0).toArray()),
                Optional.of(EffectOfSilence.of("the %d filters of '%s' that fire on both set to their means on pictures with neither".formatted(
                        pair.filters().length, layer.name()), evidence, pictures,
                        confusion.answers().get(0).best(), confusion.answers().get(1).best())),
                List.of(new Fix(Fix.Kind.COLLECT, List.of(mostOftenTrue(wrong)),
                        "Train with pictures that show %s without %s, rightly labelled.".formatted(shown, taken)),
                        new Fix(Fix.Kind.REPAIR, List.of(mostOftenTrue(wrong), output), "Fit the last layer anew with such pictures."),
                        new Fix(Fix.Kind.MEAN, List.of(output), "Set the filters to their means.")),
                "%s %s as on %s: %.0f %% of the pictures with %s and without %s are called '%s'".formatted(named, shown, taken,
                        100 * called(pictures, output), shown, taken, output));
    }

    /** Where many share evenly the first of the largest all the same; none where no filter carries anything. */
    private List<SuspectFilter> filters() {
        final double least = Math.min(LEAST_SHARE, Arrays.stream(confusion.shares()).max().orElse(0));
        return IntStream.range(0, pair.filters().length).boxed().sorted(Comparator.comparingDouble(i -> -confusion.shares()[i]))
                .filter(i -> confusion.shares()[i] >= least && confusion.shares()[i] > 0).limit(least < LEAST_SHARE ? 1 : pair.filters().length)
                .map(i -> layer.suspect(pair.filters()[i], confusion.shares()[i])).toList();
    }

    private double called(final int[] pictures, final String output) {
        final int wanted = evidence.labels().indexOf(output);
        return IntStream.of(pictures).filter(picture -> evidence.predictions().outputs()[picture] == wanted).count() / (double) pictures.length;
    }

    private String mostOften(final int[] pictures) {
        return mostFrequent(IntStream.of(pictures).map(picture -> evidence.predictions().outputs()[picture]).toArray());
    }

    private String mostOftenTrue(final int[] pictures) {
        return mostFrequent(IntStream.of(pictures).map(evidence::truth).toArray());
    }

    private String mostFrequent(final int[] outputs) {
        final int[] counts = new int[evidence.labels().size()];
        IntStream.of(outputs).forEach(output -> counts[output]++);
        int most = 0;
        for (int output = 1; output < counts.length; output++) {
            most = counts[output] > counts[most] ? output : most;
        }
        return evidence.labels().get(most);
    }

    private List<Measure> numbers(final List<SuspectFilter> filters, final double share) throws IOException {
        final List<Measure> numbers = new ArrayList<>();
        numbers.add(Measure.between("harm", confusion.harm().mean(), confusion.harm().low(), confusion.harm().high()));
        numbers.add(Measure.exact("share of the pictures that are taken for the other", share));
        numbers.add(Measure.exact("pictures", confusion.pictures().checked().length));
        if (filters.isEmpty()) {
            return numbers;
        }
        final int channel = filters.getFirst().channel();
        final int[] kinds = halves.onlyChecked(ConceptRanks.kinds(concepts, pair));
        layer.peaks().forEach((filter, values, positions) -> {
            final ConceptRanks ranks = filter == channel ? ConceptRanks.of(values, kinds) : new ConceptRanks(Double.NaN, Double.NaN);
            if (!Double.isNaN(ranks.apart())) {
                numbers.add(Measure.exact("AUC of the first filter, one concept against the other", ranks.apart()));
                numbers.add(Measure.exact("AUC of the first filter, the other concept against neither", ranks.present()));
            }
        });
        return numbers;
    }
}
