package org.filterscope.analysis.run;

import java.util.Set;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * What a network says of pictures.
 *
 * @param outputs       the best output for each; of equal ones the first
 * @param probabilities of that output
 */
record Answers(int[] outputs, float[] probabilities) {

    static Answers of(final NetworkSession session, final ShownPictures pictures, final Progress progress) throws InvalidInputException {
        final NetworkGraph graph = session.graph();
        final ClassScores scores = new ClassScores(graph);
        final String output = graph.output().name();
        final Answers answers = new Answers(new int[pictures.pictures().size()], new float[pictures.pictures().size()]);
        pictures.run(session, Set.of(output), (first, maps) -> answers.put(first, scores.of(maps.get(output))), progress);
        return answers;
    }

    private void put(final int first, final FeatureMaps scores) {
        for (int image = 0; image < scores.images(); image++) {
            final int start = scores.start(image, 0);
            int best = 0;
            for (int c = 1; c < scores.shape().channels(); c++) {
                best = scores.values()[start + c] > scores.values()[start + best] ? c : best;
            }
            outputs[first + image] = best;
            probabilities[first + image] = scores.values()[start + best];
        }
    }
}
