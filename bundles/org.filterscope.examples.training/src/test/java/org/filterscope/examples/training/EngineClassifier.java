package org.filterscope.examples.training;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.examples.render.RgbImage;

/** A network as Filterscope runs it, with the input that a configuration can express: bytes times a scale. */
final class EngineClassifier implements Classifier {
    private static final int BATCH = 64;
    /** As configurations write 1/255. */
    private static final double SCALE = 0.00392156862745098;
    private final NetworkSession session;

    EngineClassifier(final NetworkSession session) {
        this.session = session;
    }

    @Override
    public List<Integer> classify(final List<RgbImage> pictures) {
        final List<Integer> labels = new ArrayList<>();
        for (int start = 0; start < pictures.size(); start += BATCH) {
            final List<RgbImage> batch = pictures.subList(start, Math.min(start + BATCH, pictures.size()));
            final FeatureMaps output = probabilities(batch);
            for (int image = 0; image < batch.size(); image++) {
                labels.add(best(output, image));
            }
        }
        return labels;
    }

    /** [image, class] */
    FeatureMaps probabilities(final List<RgbImage> batch) {
        final int values = (int) session.graph().input().size();
        final float[] input = new float[batch.size() * values];
        for (int image = 0; image < batch.size(); image++) {
            final byte[] planes = DrawnPictures.planes(batch.get(image));
            for (int i = 0; i < values; i++) {
                input[image * values + i] = (float) ((planes[i] & 255) * SCALE);
            }
        }
        return session.predict(new FeatureMaps(batch.size(), session.graph().input(), input));
    }

    private static int best(final FeatureMaps output, final int image) {
        int best = 0;
        for (int label = 1; label < output.shape().channels(); label++) {
            if (output.values()[output.start(image, label)] > output.values()[output.start(image, best)]) {
                best = label;
            }
        }
        return best;
    }
}
