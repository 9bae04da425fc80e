package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.filterscope.analysis.statistics.FalseDiscovery;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Search;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;

/** Classes whose evidence lies at one place of the picture, whatever is shown. */
final class FixedPlaces implements FlawSearch {
    /** Share of the evidence in one window; sound networks stay below 0.12. */
    private static final double EVIDENCE = 0.2;
    /** Share of the pictures whose strongest evidence lies in the window; sound networks stay below 0.38. */
    private static final double PEAKS = 0.5;
    /** Share of the place's pixels that show the same on all pictures of the class and on no others. */
    private static final double SAME = 0.04;
    /** A place where things differ still counts when it alone decides: share of other pictures that it makes the class. */
    private static final double DECIDES = 0.5;
    private static final double ACCIDENT = 0.05;
    /** Fewer pictures of a class say nothing about a place. */
    private static final int LEAST = 8;
    private static final int PICTURES = 100;
    /** A window of one position must be a small part of the map. */
    private static final int LEAST_POSITIONS = 4;

    @Override
    public long steps(final FlawEvidence evidence) {
        return SearchSteps.ALL;
    }

    @Override
    public Findings search(final FlawEvidence evidence, final Progress progress) throws IOException {
        final SearchSteps steps = new SearchSteps(progress);
        final Optional<LayerProbe> probe = LayerProbe.deciding(evidence);
        final Optional<String> obstacle = KnownPictures.obstacle(evidence).or(() -> obstacle(probe));
        if (obstacle.isPresent()) {
            steps.end();
            return new Findings(List.of(), List.of(new Search(FindingKind.FIXED_PLACE, 0, obstacle.get())));
        }
        final Findings found = search(evidence, probe.get(), steps, progress);
        steps.end();
        return found;
    }

    private static Optional<String> obstacle(final Optional<LayerProbe> probe) {
        if (probe.isEmpty()) {
            return Optional.of("the run looked into no layer with maps that the logits depend on");
        }
        final Shape shape = probe.get().layer().maps().shape();
        return Math.min(shape.rows(), shape.cols()) >= LEAST_POSITIONS ? Optional.empty()
                : Optional.of("the maps of layer '%s' are %d × %d, too small to tell places apart".formatted(probe.get().layer().name(),
                        shape.rows(), shape.cols()));
    }

    private record Candidate(PlaceFinding finding, PlaceTrial.Outcome outcome, double same) {

        /** A part of a thing that is always in the middle has a place, too, but looks different from picture to picture. */
        boolean isFixed() {
            return same >= SAME || outcome.harm() >= DECIDES;
        }
    }

    private static Findings search(final FlawEvidence evidence, final LayerProbe probe, final SearchSteps steps, final Progress progress)
            throws IOException {
        final KnownPictures known = new KnownPictures(evidence);
        final int[] outputs = Arrays.stream(known.outputs()).filter(output -> known.made(output, LEAST).length >= LEAST).toArray();
        final double[] chances = new double[outputs.length];
        Arrays.fill(chances, 1);
        final Candidate[] candidates = new Candidate[outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            final EvidencePlaces places = EvidencePlaces.of(probe, known.made(outputs[i], PICTURES), outputs[i], progress);
            if (places.share() > EVIDENCE && places.peaks() >= PEAKS) {
                final PlaceFinding finding = new PlaceFinding(evidence, known, probe, outputs[i], places);
                if (finding.trial().isPossible()) {
                    candidates[i] = new Candidate(finding, finding.trial().run(progress), finding.sameness(progress));
                    chances[i] = candidates[i].outcome.chance();
                }
            }
            steps.reached(i + 1, outputs.length + 1);
        }
        final double[] rates = FalseDiscovery.adjusted(chances);
        final List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            if (rates[i] <= ACCIDENT && candidates[i].isFixed()) {
                findings.add(candidates[i].finding.of(candidates[i].outcome, candidates[i].same, rates[i], progress));
            }
        }
        return new Findings(findings, List.of(new Search(FindingKind.FIXED_PLACE, outputs.length,
                "where the evidence of %d classes lies on the maps of '%s'%s".formatted(outputs.length, probe.layer().name(),
                        outputs.length < known.outputs().length ? "; %d classes have fewer than %d pictures".formatted(
                                known.outputs().length - outputs.length, 2 * LEAST - 1) : ""))));
    }
}
