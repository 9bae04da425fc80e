package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.filterscope.analysis.dissection.ConceptMaps;
import org.filterscope.analysis.dissection.DissectedLayer;
import org.filterscope.analysis.dissection.Dissection;
import org.filterscope.analysis.dissection.LayerDissection;
import org.filterscope.analysis.maps.MapStore;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.DetectorRow;

/** Compares the filters of all layers with all concepts. */
final class DissectionStage {
    private final RunContext context;
    private final Dissection dissection;

    DissectionStage(final RunContext context) {
        this.context = context;
        dissection = new Dissection(context.configuration().dissection(), context.seed());
    }

    /**
     * @param stores of the pools, in order
     * @return what was found, a line for each layer
     */
    List<String> run(final List<LayerResult> results, final List<MapStore> stores) throws IOException, InvalidInputException {
        final List<String> lines = new ArrayList<>();
        final List<DetectorRow> detectors = new ArrayList<>();
        long steps = 0;
        for (final LayerResult result : results) {
            steps += dissection.steps(layer(result), maps(result, stores), false);
        }
        final Progress progress = context.schedule().begin(Stage.DISSECTION, steps);
        for (final LayerResult result : results) {
            final LayerDissection found = dissection.run(layer(result), maps(result, stores), progress);
            result.add(found.scores());
            for (final Map.Entry<String, List<ConceptRow>> set : found.rows().entrySet()) {
                context.writer().concepts(result.layer(), set.getKey(), set.getValue());
            }
            detectors.addAll(found.detectors());
            lines.add(line(result, found.detectors()));
        }
        context.writer().detectors(detectors);
        return lines;
    }

    private DissectedLayer layer(final LayerResult result) {
        return new DissectedLayer(result.layer(), result.maps().shape(), context.graph().input(), context.fields().vertical(result.layer()),
                context.fields().horizontal(result.layer()));
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
