package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.FalseDiscovery;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Search;
import org.filterscope.core.progress.Progress;

/** Classes that are lost by a change too small to see, and the filters that it turns. */
final class FragileFilters implements FlawSearch {
    /** Share of a class's right pictures that a change by one level turns, beside noise and what others lose; the interval must lie above it. */
    private static final double LIMIT = 0.05;
    private static final double ACCIDENT = 0.05;
    private static final int MOST_OF_A_CLASS = 40;
    private static final int LEAST_OF_A_CLASS = 10;
    private static final int PICTURES = 400;
    private static final int MEASURED = 200;

    @Override
    public long steps(final FlawEvidence evidence) {
        return SearchSteps.ALL;
    }

    @Override
    public Findings search(final FlawEvidence evidence, final Progress progress) throws IOException {
        final SearchSteps steps = new SearchSteps(progress);
        final Optional<String> obstacle = KnownPictures.obstacle(evidence);
        final Findings found = obstacle.isPresent()
                ? new Findings(List.of(), List.of(new Search(FindingKind.FRAGILE_FILTERS, 0, obstacle.get()))) : search(evidence, steps, progress);
        steps.end();
        return found;
    }

    private static Findings search(final FlawEvidence evidence, final SearchSteps steps, final Progress progress) throws IOException {
        final KnownPictures known = new KnownPictures(evidence);
        final int[] outputs = known.outputs();
        final int most = Math.clamp(PICTURES / Math.max(1, outputs.length), LEAST_OF_A_CLASS, MOST_OF_A_CLASS);
        final int each = Math.max(1, MEASURED / Math.max(1, outputs.length));
        final int[] measured = Arrays.stream(outputs).flatMap(output -> Arrays.stream(known.made(output, each))).toArray();
        final SmallChange change = new SmallChange(evidence,
                InputRange.of(evidence.session().graph().input(), evidence.inputs(), measured, progress));
        final List<FragileClass> classes = new ArrayList<>();
        for (int i = 0; i < outputs.length; i++) {
            final int output = outputs[i];
            final int[] right = IntStream.concat(Arrays.stream(known.made(output, known.count(output))),
                    Arrays.stream(known.tried(output, known.count(output))))
                    .filter(picture -> evidence.predictions().outputs()[picture] == output).limit(most).toArray();
            if (right.length >= LEAST_OF_A_CLASS) {
                classes.add(new FragileClass(output, right, change.predictions(right, output, progress)));
            }
            steps.reached(i + 1, outputs.length + 1);
        }
        final double[] rates = FalseDiscovery.adjusted(classes.stream().mapToDouble(FragileClass::chance).toArray());
        final Optional<LayerProbe> probe = LayerProbe.deciding(evidence);
        final List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            final double usual = usual(classes, i);
            if (rates[i] <= ACCIDENT && classes.get(i).interval(0, evidence.seed()).low() - usual > LIMIT) {
                findings.add(new FragileFinding(evidence, classes.get(i), change).of(usual, rates[i], probe, progress));
            }
        }
        return new Findings(findings, List.of(new Search(FindingKind.FRAGILE_FILTERS, classes.size(), note(classes))));
    }

    /** Median of the other classes' shares: what all of an ordinary network's classes lose is no flaw of one of them. 0 without others. */
    private static double usual(final List<FragileClass> classes, final int except) {
        final double[] others = IntStream.range(0, classes.size()).filter(i -> i != except).mapToDouble(i -> Math.max(0, classes.get(i).share(0)))
                .sorted().toArray();
        return others.length == 0 ? 0 : (others[(others.length - 1) / 2] + others[others.length / 2]) / 2;
    }

    private static String note(final List<FragileClass> classes) {
        if (classes.isEmpty()) {
            return "no class has %d pictures that are classified right".formatted(LEAST_OF_A_CLASS);
        }
        final int pictures = classes.stream().mapToInt(one -> one.pictures().length).sum();
        final int[] levels = SmallChange.levels();
        final List<String> shares = IntStream.range(0, levels.length).mapToObj(strength -> {
            final int turned = classes.stream().mapToInt(one -> one.turned(strength)).sum();
            return "%s by %d".formatted(FlawText.percent((double) turned / pictures), levels[strength]);
        }).toList();
        final int noise = classes.stream().mapToInt(one -> one.turnedByNoise(levels.length - 1)).sum();
        return "%d right pictures of %d classes, changed against their class by some of 255 levels: lost are %s; by %d at random %s".formatted(
                pictures, classes.size(), FlawText.list(shares), levels[levels.length - 1], FlawText.percent((double) noise / pictures));
    }
}
