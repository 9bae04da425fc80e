package org.filterscope.analysis.dissection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.filterscope.analysis.concepts.Concept;
import org.filterscope.analysis.statistics.FalseDiscovery;
import org.filterscope.core.configuration.DissectionSettings;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;

/** Makes rows and scores of what was counted. */
final class Findings {
    private final DissectedLayer layer;
    private final DissectionSettings settings;
    private final Thresholds thresholds;
    private final int chosen;
    private final List<MapsTally> maps;
    private final List<SetTally> sets;

    /** @param chosen index of the threshold of the settings */
    Findings(final DissectedLayer layer, final DissectionSettings settings, final Thresholds thresholds, final int chosen,
            final List<MapsTally> maps) {
        this.layer = layer;
        this.settings = settings;
        this.thresholds = thresholds;
        this.chosen = chosen;
        this.maps = maps;
        sets = maps.stream().flatMap(some -> some.sets().stream()).toList();
    }

    LayerDissection find(final Random random, final Progress progress) {
        final int filters = layer.maps().channels();
        final List<Optional<FilterLabel>> labels = new ArrayList<>();
        for (int filter = 0; filter < filters; filter++) {
            labels.add(label(filter));
        }
        final PermutationTest test = new PermutationTest(settings.permutations() > 0 ? shuffled() : List.of(), labels, settings.permutations());
        if (settings.permutations() > 0) {
            test.run(random, progress);
        }
        final double[] probabilities = new double[filters];
        for (int filter = 0; filter < filters; filter++) {
            probabilities[filter] = settings.permutations() > 0 ? test.label(filter) : Double.NaN;
        }
        final Map<String, List<ConceptRow>> rows = new LinkedHashMap<>();
        for (int set = 0; set < sets.size(); set++) {
            rows.put(sets.get(set).set().name(), rows(set, test));
        }
        final double[] corrected = FalseDiscovery.adjusted(probabilities);
        final List<Scores> scores = new ArrayList<>();
        for (int filter = 0; filter < filters; filter++) {
            scores.add(scores(filter, labels.get(filter), corrected[filter]));
        }
        return new LayerDissection(rows, scores, new Detectors(settings.detector()).count(layer.name(),
                labels.stream().map(label -> label.map(this::named)).toList(), categories()));
    }

    /** The concept with the highest IoU of all sets; of equal ones the first; none when the filter overlaps nothing. */
    private Optional<FilterLabel> label(final int filter) {
        FilterLabel best = new FilterLabel(0, 0, 0);
        for (int set = 0; set < sets.size(); set++) {
            final OverlapCounts counts = sets.get(set).exact();
            for (int concept = 0; concept < sets.get(set).categories().concepts(); concept++) {
                final double iou = counts.iou(filter, concept, 0);
                best = iou > best.iou() ? new FilterLabel(set, concept, iou) : best;
            }
        }
        return best.iou() > 0 ? Optional.of(best) : Optional.empty();
    }

    /** The categories that at least two pictures carry. */
    private List<PermutationTest.Shuffled> shuffled() {
        final List<PermutationTest.Shuffled> shuffled = new ArrayList<>();
        int set = 0;
        for (final MapsTally some : maps) {
            for (final SetTally tally : some.sets()) {
                for (final PermutedCategory category : tally.permuted()) {
                    if (category.size() > 1) {
                        shuffled.add(new PermutationTest.Shuffled(set, new CategoryShuffle(category, some.active(), some.sampleSize())));
                    }
                }
                set++;
            }
        }
        return shuffled;
    }

    private List<ConceptRow> rows(final int set, final PermutationTest test) {
        final List<Concept> concepts = sets.get(set).set().concepts();
        final List<ConceptRow> rows = new ArrayList<>();
        for (int filter = 0; filter < layer.maps().channels(); filter++) {
            for (int concept = 0; concept < concepts.size(); concept++) {
                if (sets.get(set).exact().concept(concept) > 0) {
                    rows.add(row(filter, set, concept, test.concept(filter, set, concept)));
                }
            }
        }
        return rows;
    }

    private ConceptRow row(final int filter, final int set, final int concept, final double pValue) {
        final SetTally tally = sets.get(set);
        final Concept named = tally.set().concepts().get(concept);
        final double iou = tally.exact().iou(filter, concept, 0);
        double best = iou;
        double share = settings.quantile();
        for (int level = 0; level < thresholds.shares().length; level++) {
            final double other = tally.thinned().iou(filter, concept, level);
            if (level != chosen && other > best) {
                best = other;
                share = thresholds.shares()[level];
            }
        }
        return new ConceptRow(filter, named.name(), named.category(), thresholds.values()[filter][chosen], iou,
                tally.exact().ceiling(filter, concept, 0), best, share, pValue);
    }

    private Scores scores(final int filter, final Optional<FilterLabel> label, final double probability) {
        if (label.isEmpty()) {
            return Scores.NONE.with(Score.IOU, 0.0).with(Score.DETECTOR, false);
        }
        final ConceptRow row = row(filter, label.get().set(), label.get().concept(), Double.NaN);
        return Scores.NONE.with(Score.LABEL, row.concept()).with(Score.LABEL_SET, sets.get(label.get().set()).set().name())
                .with(Score.LABEL_CATEGORY, row.category()).with(Score.IOU, row.iou()).with(Score.IOU_CEILING, row.ceiling())
                .with(Score.IOU_BEST, row.bestIou()).with(Score.LABEL_P, probability)
                .with(Score.DETECTOR, new Detectors(settings.detector()).isDetector(named(label.get())));
    }

    private Detectors.Label named(final FilterLabel label) {
        final Concept concept = sets.get(label.set()).set().concepts().get(label.concept());
        return new Detectors.Label(concept.name(), concept.category(), label.iou());
    }

    private List<String> categories() {
        return sets.stream().flatMap(set -> set.categories().names().stream()).distinct().toList();
    }
}
