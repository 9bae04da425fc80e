package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.List;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.picture.PictureFile;

/** What the network says of each picture. */
final class PredictionTables {
    private final ClassScores scores;
    private final List<String> labels;
    private final PicturePool own;

    PredictionTables(final NetworkGraph graph, final List<String> labels, final PicturePool own) {
        scores = new ClassScores(graph);
        this.labels = labels;
        this.own = own;
    }

    /**
     * Writes the tables.
     *
     * @param output   the network's output on all pictures
     * @param progress asked whether to go on
     * @return how often the network is right, in lines for a person
     */
    List<String> write(final LayerMaps output, final ReportWriter writer, final Progress progress) throws IOException {
        final Confusions confusions = new Confusions(labels);
        try (Predictions predictions = new Predictions(writer, labels)) {
            output.forEach((index, values) -> {
                progress.checkCancelled();
                final PictureFile picture = own.pictures().get(index);
                final FeatureMaps guesses = scores.of(new FeatureMaps(1, output.shape(), values));
                predictions.write(List.of(picture), guesses);
                confusions.add(picture.label(), guesses.values(), 0);
            });
        }
        return confusions.text();
    }
}
