package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.List;

import org.filterscope.analysis.similarity.FilterSimilarity;
import org.filterscope.analysis.similarity.Similarities;
import org.filterscope.core.progress.Progress;

/** Compares the filters of each layer with each other. */
final class SimilarityStage {
    private final RunContext context;

    SimilarityStage(final RunContext context) {
        this.context = context;
    }

    void run(final List<LayerResult> results) throws IOException {
        final Progress progress = context.schedule().begin(Stage.SIMILARITY, (long) results.size() * context.own().pictures().size());
        for (final LayerResult result : results) {
            final Similarities found = new FilterSimilarity(context.graph(), result.layer(), context.seed()).of(result.maps(), result.peaks(),
                    progress);
            context.writer().similar(result.layer(), found.rows());
            result.add(found.scores());
        }
    }
}
