package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.NetworkGraph;

/** Shows pictures to the network that are made from those of the run, a batch at a time. */
final class ChangedPictures {
    private final NetworkSession session;

    ChangedPictures(final NetworkSession session) {
        this.session = session;
    }

    /** Makes one picture after the other. */
    @FunctionalInterface
    interface Maker {
        /**
         * @param number of the picture to make
         * @return {@code [channel, row, col]} of the network's input
         */
        float[] make(int number) throws IOException;
    }

    /** @param pictures how many are made */
    Answers answers(final int pictures, final Maker maker, final Progress progress) throws IOException {
        final NetworkGraph graph = session.graph();
        final String logits = graph.logits().name();
        final int length = Math.toIntExact(graph.input().size());
        final int batch = BatchSize.of(graph, List.of());
        final Answers answers = Answers.of(pictures);
        for (int first = 0; first < pictures; first += batch) {
            progress.checkCancelled();
            final int images = Math.min(batch, pictures - first);
            final float[] values = new float[Math.multiplyExact(images, length)];
            for (int image = 0; image < images; image++) {
                System.arraycopy(maker.make(first + image), 0, values, image * length, length);
            }
            final FeatureMaps found = session.run(Pass.of(graph, new FeatureMaps(images, graph.input(), values)), Set.of(logits)).get(logits);
            for (int image = 0; image < images; image++) {
                answers.take(first + image, found, image);
            }
        }
        return answers;
    }
}
