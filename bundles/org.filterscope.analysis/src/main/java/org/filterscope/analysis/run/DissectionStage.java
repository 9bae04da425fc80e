package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.filterscope.analysis.dissection.ActivationHistogram;
import org.filterscope.analysis.dissection.ConceptMaps;
import org.filterscope.analysis.dissection.DissectedLayer;
import org.filterscope.analysis.dissection.Dissection;
import org.filterscope.analysis.dissection.LayerDissection;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.MapStore;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.DetectorRow;
import org.filterscope.engine.graph.Shape;

/** Compares the filters of all layers with all concepts. */
final class DissectionStage {
    /** More take hundreds of megabytes for their thresholds. */
    private static final int MOST_FILTERS = 2048;

    private final RunContext context;
    private final Dissection dissection;
    private final Map<String, ActivationHistogram> histograms = new HashMap<>();

    DissectionStage(final RunContext context) {
        this.context = context;
        dissection = new Dissection(context.configuration().dissection(), context.seed());
    }

    /** What has to see a layer's maps on the run's own pictures before {@link #run}; does nothing where they are not needed. */
    LayerMaps.SparseVisitor counting(final String layer) {
        if (!context.schedule().has(Stage.DISSECTION) || !isDissected(layer)) {
            return (picture, values) -> {
            };
        }
        final ActivationHistogram histogram = new ActivationHistogram(layer(layer), context.configuration().dissection());
        histograms.put(layer, histogram);
        return context.own().sets().isEmpty() ? (picture, values) -> {
        } : (picture, values) -> histogram.add(values);
    }

    private boolean isDissected(final String layer) {
        final Shape shape = context.graph().shape(layer);
        return shape.hasMaps() && shape.channels() <= MOST_FILTERS;
    }

    /**
     * @param stores of the pools, in order
     * @return what was found, a line for each layer
     */
    List<String> run(final List<LayerResult> results, final List<MapStore> stores) throws IOException, InvalidInputException {
        final List<String> lines = new ArrayList<>();
        final List<DetectorRow> detectors = new ArrayList<>();
        final List<LayerResult> dissected = results.stream().filter(result -> isDissected(result.layer())).toList();
        long steps = 0;
        for (final LayerResult result : dissected) {
            steps += others(stores).stream().mapToLong(MapStore::pictures).sum()
                    + dissection.steps(layer(result.layer()), maps(result, stores), true);
        }
        final Progress progress = context.schedule().begin(Stage.DISSECTION, steps);
        for (final LayerResult result : results) {
            if (dissected.contains(result)) {
                final List<DetectorRow> found = dissect(result, stores, progress);
                detectors.addAll(found);
                lines.add(line(result, found));
            } else {
                lines.add("%s: not dissected: %s".formatted(result.layer(), result.maps().shape().hasMaps()
                        ? "it has more than %d filters".formatted(MOST_FILTERS) : "it has no maps, only one value a filter"));
            }
        }
        context.writer().detectors(detectors);
        return lines;
    }

    private List<DetectorRow> dissect(final LayerResult result, final List<MapStore> stores, final Progress progress)
            throws IOException, InvalidInputException {
        final ActivationHistogram histogram = histograms.remove(result.layer());
        for (final MapStore store : others(stores)) {
            store.layer(result.layer()).forEachSparse((picture, values) -> {
                progress.checkCancelled();
                histogram.add(values);
                progress.advance(1);
            });
        }
        final LayerDissection found = dissection.run(layer(result.layer()), histogram, maps(result, stores), progress);
        result.add(found.scores());
        for (final Map.Entry<String, List<ConceptRow>> set : found.rows().entrySet()) {
            progress.checkCancelled();
            context.writer().concepts(result.layer(), set.getKey(), set.getValue());
        }
        return found.detectors();
    }

    private DissectedLayer layer(final String name) {
        return new DissectedLayer(name, context.graph().shape(name), context.graph().input(), context.fields().vertical(name),
                context.fields().horizontal(name));
    }

    /** The stores of pictures that are not the run's own and show concepts. */
    private List<MapStore> others(final List<MapStore> stores) {
        final List<MapStore> others = new ArrayList<>();
        for (int i = 1; i < stores.size(); i++) {
            if (!context.evidence().pools().get(i).sets().isEmpty()) {
                others.add(stores.get(i));
            }
        }
        return others;
    }

    private List<ConceptMaps> maps(final LayerResult result, final List<MapStore> stores) {
        final List<ConceptMaps> maps = new ArrayList<>();
        for (int i = 0; i < stores.size(); i++) {
            final PicturePool pool = context.evidence().pools().get(i);
            if (!pool.sets().isEmpty()) {
                maps.add(new ConceptMaps(stores.get(i).layer(result.layer()), pool.sets()));
            }
        }
        return maps;
    }

    private static String line(final LayerResult result, final List<DetectorRow> detectors) {
        final int all = detectors.stream().mapToInt(DetectorRow::detectors).sum();
        final String categories = detectors.stream().filter(row -> row.detectors() > 0)
                .map(row -> "%d %s (%d different)".formatted(row.detectors(), row.category(), row.unique())).collect(Collectors.joining(", "));
        return "%s: %d of %d filters are detectors of a concept%s".formatted(result.layer(), all, result.filters().size(),
                all == 0 ? "" : ": " + categories);
    }
}
