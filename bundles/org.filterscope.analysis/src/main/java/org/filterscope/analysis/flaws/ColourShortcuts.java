package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.filterscope.analysis.flaws.ColourTrial.Outcome;
import org.filterscope.analysis.statistics.FalseDiscovery;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Search;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;

/** Classes that are told by colour alone. */
final class ColourShortcuts implements FlawSearch {
    /** Share of a class's pictures that are wrong and come right with other hues; less is not worth a word. */
    private static final double MENDED = 0.05;
    /** Share of other pictures that a class's colours make the class. What is blue by nature draws others, too; sound networks stay below 0.2. */
    private static final double TAKEN = 0.4;
    private static final double ACCIDENT = 0.05;
    private static final int MEASURED = 200;

    @Override
    public long steps(final FlawEvidence evidence) {
        return SearchSteps.ALL;
    }

    @Override
    public Findings search(final FlawEvidence evidence, final Progress progress) throws IOException {
        final SearchSteps steps = new SearchSteps(progress);
        final Optional<String> obstacle = KnownPictures.obstacle(evidence).or(() -> obstacle(evidence));
        final Findings found = obstacle.isPresent()
                ? new Findings(List.of(), List.of(new Search(FindingKind.COLOUR_SHORTCUT, 0, obstacle.get()))) : search(evidence, steps, progress);
        steps.end();
        return found;
    }

    private static Optional<String> obstacle(final FlawEvidence evidence) {
        final Shape input = evidence.session().graph().input();
        return input.channels() == PictureColours.CHANNELS ? Optional.empty()
                : Optional.of("the network's input has %d channels, colours have three".formatted(input.channels()));
    }

    private static Findings search(final FlawEvidence evidence, final SearchSteps steps, final Progress progress) throws IOException {
        final KnownPictures known = new KnownPictures(evidence);
        final int[] outputs = known.outputs();
        final int[] measured = Arrays.stream(outputs).flatMap(output -> Arrays.stream(known.made(output, Math.max(1, MEASURED / outputs.length))))
                .toArray();
        final ColourTrial trial = new ColourTrial(evidence, known,
                PictureColours.of(evidence.session().graph().input(), evidence.inputs(), measured, progress));
        final List<Outcome> mended = new ArrayList<>();
        final List<Outcome> taken = new ArrayList<>();
        final double[] chances = new double[2 * outputs.length];
        for (int i = 0; i < outputs.length; i++) {
            mended.add(trial.mended(outputs[i], MENDED, progress));
            taken.add(trial.taken(outputs[i], progress));
            chances[2 * i] = mended.get(i).chance();
            chances[2 * i + 1] = taken.get(i).chance();
            steps.reached(i + 1, outputs.length + 1);
        }
        final double[] rates = FalseDiscovery.adjusted(chances);
        final List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            final boolean mends = rates[2 * i] <= ACCIDENT && mended.get(i).harm() >= MENDED;
            final boolean takes = rates[2 * i + 1] <= ACCIDENT && taken.get(i).harm() >= TAKEN;
            if (mends || takes) {
                final boolean byTaken = takes && (!mends || taken.get(i).harm() > mended.get(i).harm());
                findings.add(new ColourFinding(evidence, known, trial, outputs[i]).of(mended.get(i), taken.get(i), byTaken,
                        rates[2 * i + (byTaken ? 1 : 0)], LayerProbe.deciding(evidence), progress));
            }
        }
        return new Findings(findings, List.of(new Search(FindingKind.COLOUR_SHORTCUT, outputs.length,
                "%d classes: hues of wrong pictures turned, and the colours of pictures exchanged between classes".formatted(outputs.length))));
    }
}
