package org.filterscope.analysis.comparison;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.comparison.CategoryRow;
import org.filterscope.core.comparison.ComparedReport;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.comparison.ComparisonManifest;
import org.filterscope.core.comparison.EventRow;
import org.filterscope.core.comparison.FilterPairRow;
import org.filterscope.core.comparison.LayerPairRow;
import org.filterscope.core.comparison.TransitionRow;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.DetectorRow;
import org.filterscope.core.report.Report;

/** Compares reports, each with the one before it. For one thread. */
public final class ReportComparison {
    /** Of everything drawn at random, unless somebody wants another one. */
    public static final long SEED = 1;

    private final String version;
    private final long seed;
    private final List<EventRow> events = new ArrayList<>();
    private final List<FilterPairRow> filters = new ArrayList<>();
    private final List<LayerPairRow> layers = new ArrayList<>();
    private final List<TransitionRow> transitions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private ReportComparison(final String version, final long seed) {
        this.version = version;
        this.seed = seed;
    }

    /**
     * @param reports two or more, in the order of training or whatever order is wanted
     * @param version of Filterscope, for the manifest
     * @param seed    of the pictures drawn and of the shuffles
     * @throws InvalidInputException when a report cannot be read, or two neighbours are not of the same pictures
     * @throws org.filterscope.core.progress.CancelledException when the progress says so
     */
    public static Comparison of(final List<Report> reports, final String version, final long seed, final Progress progress)
            throws InvalidInputException {
        if (reports.size() < 2) {
            throw new InvalidInputException("a comparison needs two reports or more, %d given".formatted(reports.size()));
        }
        return new ReportComparison(version, seed).run(reports, progress);
    }

    private Comparison run(final List<Report> reports, final Progress progress) throws InvalidInputException {
        final List<String> names = ReportNames.of(reports);
        final List<ComparedReport> described = new ArrayList<>();
        final List<CategoryRow> categories = new ArrayList<>();
        Side before = null;
        for (int i = 0; i < reports.size(); i++) {
            progress.checkCancelled();
            final Side side = new Side(reports.get(i), names.get(i));
            described.add(side.describe());
            for (final DetectorRow row : reports.get(i).detectors()) {
                categories.add(new CategoryRow(side.name(), row));
            }
            noteWhatIsMissing(side);
            if (before != null) {
                final Step step = new Step(before, side, seed);
                progress.begin("Comparing %s with %s".formatted(before.name(), side.name()), step.steps(), 1.0 / (reports.size() - 1));
                step.run(progress);
                events.addAll(step.events());
                filters.addAll(step.filters());
                layers.addAll(step.layers());
                transitions.addAll(step.transitions());
                notes.addAll(step.notes());
            }
            before = side;
        }
        return new Comparison(new ComparisonManifest(ComparisonManifest.SCHEMA, ComparisonManifest.TOOL, version, described, seed, notes),
                events, filters, layers, categories, transitions);
    }

    private void noteWhatIsMissing(final Side side) {
        if (!side.hasLabels()) {
            notes.add("%s has no labels: without the analysis 'dissection' nothing is said of concepts.".formatted(side.name()));
        }
        if (!side.hasPeaks()) {
            notes.add(("%s has no peaks: without them neither correlations nor layers are compared; run its diagnosis again with this version.")
                    .formatted(side.name()));
        }
        side.layers().values().stream().filter(layer -> side.isTooWide(layer.layer()))
                .forEach(layer -> notes.add("%s of %s has %d filters: layers of more than %d are neither matched nor compared as a whole."
                        .formatted(layer.layer(), side.name(), layer.channels(), ComparedLayer.MOST_FILTERS)));
    }
}
