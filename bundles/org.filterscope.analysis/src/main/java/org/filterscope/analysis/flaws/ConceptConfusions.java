package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.BinomialTail;
import org.filterscope.analysis.statistics.FalseDiscovery;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Search;
import org.filterscope.core.progress.Progress;

/**
 * Filters that fire on two concepts alike, where pictures of the one are taken for what the other means. docs/methods/flaws.md has the definitions.
 */
final class ConceptConfusions implements FlawSearch {
    /** Errors that a sound network makes, too. */
    private static final double USUAL_ERRORS = 0.05;
    private static final double ALPHA = 0.05;
    private static final int LEAST_PICTURES = 10;
    /** Two confusions with that share of their wrong pictures in common are one. */
    private static final double ONE = 0.5;

    private final RunConcepts read;

    ConceptConfusions(final RunConcepts read) {
        this.read = read;
    }

    @Override
    public long steps(final FlawEvidence evidence) {
        return evidence.masks().isEmpty() ? 0 : PictureConcepts.steps(evidence) + FilterConcepts.steps(evidence);
    }

    @Override
    public Findings search(final FlawEvidence evidence, final Progress progress) throws IOException {
        final Optional<String> missing = Prerequisites.missingWithMasks(evidence);
        if (missing.isPresent()) {
            return Prerequisites.nothing(FindingKind.CONCEPT_CONFUSION, missing.get());
        }
        final PictureConcepts concepts = read.of(evidence, progress);
        final Halves halves = Halves.of(evidence.pictures(), evidence.seed());
        final List<ConceptPair> pairs = new ArrayList<>();
        for (int layer = 0; layer < evidence.layers().size(); layer++) {
            if (!evidence.decides(evidence.layers().get(layer))) {
                // Its filters cannot be silenced to any effect: a softmax, or what a side exit is made of.
                continue;
            }
            final FilterConcepts rates = FilterConcepts.count(evidence.layers().get(layer), evidence.session().graph().input(), concepts,
                    halves.looked(), progress);
            pairs.addAll(confused(evidence.layers().get(layer), pairs(layer, rates, concepts, evidence, halves), concepts, halves));
        }
        return findings(evidence, concepts, halves, pairs, progress);
    }

    private static List<ConceptPair> pairs(final int layer, final FilterConcepts rates, final PictureConcepts concepts, final FlawEvidence evidence,
            final Halves halves) {
        final List<ConceptPair> pairs = new ArrayList<>();
        for (int shown = 0; shown < concepts.count(); shown++) {
            for (int taken = 0; taken < concepts.count(); taken++) {
                if (mayDiffer(concepts, shown, taken)) {
                    final int one = shown;
                    final int other = taken;
                    final int[] filters = IntStream.range(0, rates.channels())
                            .filter(channel -> ConceptPair.confuses(rates, channel, one, other)).toArray();
                    final ConceptPair pair = new ConceptPair(layer, shown, taken, filters);
                    if (filters.length > 0 && halves.looked(picture -> PairPictures.counts(evidence, concepts, pair, picture))
                            .length >= LEAST_PICTURES
                            && halves.checked(picture -> PairPictures.counts(evidence, concepts, pair, picture)).length >= LEAST_PICTURES) {
                        pairs.add(pair);
                    }
                }
            }
        }
        return pairs;
    }

    /** The pairs that one of their filters, at least, does not tell apart by its peaks, though it finds the one. */
    private static List<ConceptPair> confused(final FlawLayer layer, final List<ConceptPair> pairs, final PictureConcepts concepts,
            final Halves halves) throws IOException {
        final List<int[]> kinds = pairs.stream().map(pair -> halves.onlyLooked(ConceptRanks.kinds(concepts, pair))).toList();
        final boolean[] confused = new boolean[pairs.size()];
        layer.peaks().forEach((channel, values, positions) -> {
            for (int i = 0; i < confused.length; i++) {
                confused[i] |= pairs.get(i).has(channel) && ConceptRanks.of(values, kinds.get(i)).areConfused();
            }
        });
        return IntStream.range(0, confused.length).filter(i -> confused[i]).mapToObj(pairs::get).toList();
    }

    /** Things of one category that do not cover the same pixels: neither synonyms nor one a part of the other. */
    private static boolean mayDiffer(final PictureConcepts concepts, final int one, final int other) {
        return one != other && concepts.same(one) == one && concepts.same(other) == other
                && concepts.concept(one).category().equals(concepts.concept(other).category())
                && concepts.inside(one, other) < ONE && concepts.inside(other, one) < ONE;
    }

    private static Findings findings(final FlawEvidence evidence, final PictureConcepts concepts, final Halves halves, final List<ConceptPair> pairs,
            final Progress progress) throws IOException {
        final List<PairPictures> confused = new ArrayList<>();
        for (final ConceptPair pair : pairs) {
            confused.add(PairPictures.of(evidence, concepts, halves, pair));
        }
        final double[] adjusted = FalseDiscovery.adjusted(confused.stream()
                .mapToDouble(pictures -> BinomialTail.of(pictures.checked().length, pictures.wrong(), USUAL_ERRORS)).toArray());
        final List<Confusion> found = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (adjusted[i] <= ALPHA) {
                final Confusion confusion = Confusion.measure(evidence, confused.get(i), neither(evidence, concepts, pairs.get(i)), adjusted[i],
                        progress);
                if (confusion.harm().low() > 0) {
                    found.add(confusion);
                }
            }
        }
        final List<Finding> findings = new ArrayList<>();
        for (final Confusion confusion : distinct(found)) {
            findings.add(new ConfusionReport(evidence, concepts, halves, confusion).finding());
        }
        return new Findings(findings, List.of(new Search(FindingKind.CONCEPT_CONFUSION, pairs.size(),
                "filters of %d layers that fire on two of %d concepts alike, on %d pictures; pairs with fewer than %d pictures a half were left out"
                        .formatted(evidence.layers().stream().filter(evidence::decides).count(), concepts.count(),
                                evidence.pictures(), LEAST_PICTURES))));
    }

    /** Pictures with neither of the concepts; all where these are too few. */
    private static int[] neither(final FlawEvidence evidence, final PictureConcepts concepts, final ConceptPair pair) {
        final int[] neither = IntStream.range(0, evidence.pictures())
                .filter(picture -> concepts.lacks(picture, pair.shown()) && concepts.lacks(picture, pair.taken())).toArray();
        return neither.length >= LEAST_PICTURES ? neither : IntStream.range(0, evidence.pictures()).toArray();
    }

    /** Of confusions that go wrong on the same pictures the most harmful; of equally harmful ones the first. */
    private static List<Confusion> distinct(final List<Confusion> found) {
        final List<Confusion> rest = new ArrayList<>(found);
        rest.sort(Comparator.comparingDouble((Confusion confusion) -> confusion.harm().mean()).reversed());
        final List<Confusion> distinct = new ArrayList<>();
        for (final Confusion confusion : rest) {
            if (distinct.stream().noneMatch(kept -> kept.pictures().sharesWrong(confusion.pictures()) >= ONE)) {
                distinct.add(confusion);
            }
        }
        return distinct;
    }
}
