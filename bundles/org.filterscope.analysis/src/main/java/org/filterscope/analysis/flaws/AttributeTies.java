package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.FalseDiscovery;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.Search;
import org.filterscope.core.progress.Progress;

/**
 * Attributes of objects that decide a class which they do not make: pictures of other classes with the attribute are taken for the class, and are no
 * longer when it is covered. docs/methods/flaws.md has the definitions.
 */
final class AttributeTies implements FlawSearch {
    private static final double ALPHA = 0.05;
    /** Errors that a sound network makes, too. */
    private static final double USUAL_ERRORS = 0.05;
    /** Share of an attribute's pixels that must lie on an object; what lies elsewhere is context. */
    private static final double ON_OBJECTS = 0.5;
    private static final int MOST_COVERED = 200;
    private static final String OBJECT = "object";
    private static final String COLOUR = "colour";

    private final RunConcepts read;

    AttributeTies(final RunConcepts read) {
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
            return Prerequisites.nothing(FindingKind.ATTRIBUTE_TIE, missing.get());
        }
        final PictureConcepts concepts = read.of(evidence, progress);
        final Halves halves = Halves.of(evidence.pictures(), evidence.seed());
        final List<AttributeTie> ties = ties(evidence, concepts, halves);
        final List<Association> associations = ties.stream().map(tie -> tie.association(evidence, concepts, halves)).toList();
        final double[] adjusted = FalseDiscovery.adjusted(associations.stream().mapToDouble(Association::pValue).toArray());
        final List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < adjusted.length; i++) {
            if (adjusted[i] <= ALPHA) {
                measure(evidence, concepts, halves, ties.get(i), associations.get(i), adjusted[i], progress).ifPresent(findings::add);
            }
        }
        return new Findings(distinct(findings), List.of(new Search(FindingKind.ATTRIBUTE_TIE, ties.size(),
                "%d attributes of objects, each with each class, on %d pictures; colours are looked for elsewhere".formatted(
                        ties.stream().mapToInt(AttributeTie::attribute).distinct().count(), evidence.pictures()))));
    }

    private static List<AttributeTie> ties(final FlawEvidence evidence, final PictureConcepts concepts, final Halves halves) {
        final ClassObjects objects = ClassObjects.of(evidence, concepts);
        return IntStream.range(0, concepts.count()).filter(concept -> isAttribute(concepts, objects, concept)).boxed()
                .flatMap(concept -> IntStream.range(0, evidence.labels().size()).mapToObj(output -> new AttributeTie(concept, output)))
                .filter(tie -> tie.isFrequent(evidence, concepts, halves)).toList();
    }

    private static boolean isAttribute(final PictureConcepts concepts, final ClassObjects objects, final int concept) {
        final String category = concepts.concept(concept).category();
        if (category.equals(OBJECT) || category.equals(COLOUR) || concepts.same(concept) != concept || IntStream.of(objects.concepts())
                .anyMatch(object -> object >= 0 && concepts.same(object) == concepts.same(concept))) {
            return false;
        }
        // Where classes have objects of their own, those are meant; else all.
        return IntStream.range(0, concepts.count()).filter(other -> concepts.concept(other).category().equals(OBJECT)
                && (objects.known() < 2 || IntStream.of(objects.concepts()).anyMatch(object -> object == other)))
                .mapToDouble(other -> concepts.inside(concept, other)).sum() >= ON_OBJECTS;
    }

    private static Optional<Finding> measure(final FlawEvidence evidence, final PictureConcepts concepts, final Halves halves, final AttributeTie tie,
            final Association association, final double pValue, final Progress progress) throws IOException {
        final int[] pictures = evenly(halves.checked(picture -> tie.concerns(evidence, concepts, picture)), MOST_COVERED);
        final CoveredAttribute cover = new CoveredAttribute(evidence, concepts, tie.attribute());
        final int[] covered = cover.covered(pictures, progress);
        final int[] control = cover.control(pictures, progress);
        final double[] harm = new double[pictures.length];
        for (int i = 0; i < harm.length; i++) {
            if (isTaken(evidence, tie, pictures[i])) {
                harm[i] = (covered[i] == tie.output() ? 0 : 1) - (control[i] == tie.output() ? 0 : 1);
            }
        }
        final MeanHarm mean = MeanHarm.of(harm, evidence.seed());
        return mean.low() > 0 && mean.mean() >= USUAL_ERRORS
                ? Optional.of(finding(evidence, concepts, tie, association, pValue, pictures, mean)) : Optional.empty();
    }

    /** So many at most, evenly from all of them: pictures come class by class. */
    static int[] evenly(final int[] pictures, final int most) {
        return pictures.length <= most ? pictures
                : IntStream.range(0, most).map(i -> pictures[(int) ((long) i * pictures.length / most)]).toArray();
    }

    private static boolean isTaken(final FlawEvidence evidence, final AttributeTie tie, final int picture) {
        return evidence.predictions().outputs()[picture] == tie.output();
    }

    private static Finding finding(final FlawEvidence evidence, final PictureConcepts concepts, final AttributeTie tie, final Association association,
            final double pValue, final int[] pictures, final MeanHarm harm) {
        final String attribute = concepts.concept(tie.attribute()).name();
        final String name = evidence.labels().get(tie.output());
        final int[] taken = IntStream.of(pictures).filter(picture -> isTaken(evidence, tie, picture)).toArray();
        final List<Measure> numbers = new ArrayList<>(List.of(Measure.between("harm", harm.mean(), harm.low(), harm.high()),
                Measure.exact("share of other classes' pictures with it that are taken for the class", (double) taken.length / pictures.length),
                Measure.exact("pictures", pictures.length)));
        if (Double.isFinite(association.oddsRatio())) {
            numbers.add(Measure.exact("odds ratio within the true classes", association.oddsRatio()));
        }
        return new Finding(FindingId.of(FindingKind.ATTRIBUTE_TIE, List.of(attribute, name)), FindingKind.ATTRIBUTE_TIE, harm.mean(), 1 - pValue,
                List.of(), List.of(attribute), List.of(name), numbers,
                new FlawExhibits(evidence).of(taken, IntStream.of(pictures).filter(picture -> !isTaken(evidence, tie, picture)).toArray()),
                        Optional.empty(),
                List.of(new Fix(Fix.Kind.COLLECT, List.of(name), "Train with pictures of '%s' without %s, and of others with it.".formatted(name,
                        attribute)),
                        new Fix(Fix.Kind.REPAIR, List.of(name), "Fit the last layer anew with such pictures.")),
                "%s makes '%s': %.0f %% of other classes' pictures with it are called '%s', and covering it changes %.0f of 100".formatted(attribute,
                        name,
                        100.0 * taken.length / pictures.length, name, 100 * harm.mean()));
    }

    /** Of attributes that make the same class on the same pictures the most harmful. */
    private static List<Finding> distinct(final List<Finding> findings) {
        final List<Finding> distinct = new ArrayList<>();
        for (final Finding finding : findings.stream().sorted(Finding.BY_HARM).toList()) {
            if (distinct.stream().noneMatch(kept -> kept.classes().equals(finding.classes()) && kept.pictures().equals(finding.pictures()))) {
                distinct.add(finding);
            }
        }
        return distinct;
    }
}
