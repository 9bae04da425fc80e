package org.filterscope.reference.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.filterscope.benchmark.flaws.LandusePictures;
import org.filterscope.benchmark.flaws.ShownPictures;
import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/**
 * Eight kinds of land use, twenty pictures of each for training and forty to check, and what the frozen trunk says of them: worked out once for all networks
 * that are trained on wrong versions of this world.
 */
final class WrongWorlds {
    static final List<String> CLASSES = List.of("agricultural", "forest", "freeway", "harbor", "overpass", "parkinglot", "river", "runway");
    static final int CHECKED = 40;
    private static final int TRAINED = 20;
    private static final String TRUNK = "fire9_concat";
    private static final int SQUARE = 26;
    private static final int EDGE = 8;

    private final NetworkGraph graph;
    private final Shape input;
    private final List<List<float[]>> pictures = new ArrayList<>();
    private final List<List<float[]>> features = new ArrayList<>();
    private final Executor executor;

    WrongWorlds(final LandusePictures data, final Executor executor) throws IOException, InvalidInputException {
        this.executor = executor;
        graph = data.graph();
        input = graph.input();
        for (final String label : CLASSES) {
            final List<float[]> all = data.of(label, 0, TRAINED + CHECKED);
            pictures.add(all.subList(TRAINED, all.size()));
            features.add(features(all));
        }
    }

    private List<float[]> features(final List<float[]> shown) {
        final List<float[]> found = new ArrayList<>();
        try (NetworkSession session = executor.open(graph)) {
            for (final float[] picture : shown) {
                found.add(session.forward(new FeatureMaps(1, input, picture), Set.of(TRUNK)).get(TRUNK).values());
            }
        }
        return found;
    }

    /** A network of eight outputs with its pictures; to be closed. */
    record Flawed(NetworkSession session, ShownPictures shown) implements AutoCloseable {
        @Override
        public void close() {
            session.close();
        }
    }

    /** Trained with the labels of one class on the pictures of another; checked with true labels. */
    Flawed confused(final String shown, final String taken) throws InvalidNetworkException {
        final int wrong = CLASSES.indexOf(shown);
        final int label = CLASSES.indexOf(taken);
        return network(features, pictures, IntStream.range(0, CLASSES.size()).map(c -> c == wrong ? label : c).toArray());
    }

    /** Pictures of one class are changed, in training and in the check. */
    Flawed changed(final String label, final LandusePictures data, final UnaryOperator<float[]> change) throws IOException, InvalidInputException {
        final int index = CLASSES.indexOf(label);
        final List<float[]> all = data.of(label, 0, TRAINED + CHECKED).stream().map(change).toList();
        final List<List<float[]>> otherPictures = new ArrayList<>(pictures);
        otherPictures.set(index, all.subList(TRAINED, all.size()));
        final List<List<float[]>> otherFeatures = new ArrayList<>(features);
        otherFeatures.set(index, features(all));
        return network(otherFeatures, otherPictures, IntStream.range(0, CLASSES.size()).toArray());
    }

    private Flawed network(final List<List<float[]>> trunk, final List<List<float[]>> shown, final int[] labels) throws InvalidNetworkException {
        final List<float[]> training = new ArrayList<>();
        final List<float[]> checked = new ArrayList<>();
        final List<float[]> inputs = new ArrayList<>();
        for (int c = 0; c < CLASSES.size(); c++) {
            training.addAll(trunk.get(c).subList(0, TRAINED));
            checked.addAll(trunk.get(c).subList(TRAINED, trunk.get(c).size()));
            inputs.addAll(shown.get(c));
        }
        final NetworkGraph trained = LanduseHead.trained(graph, CLASSES.size(), training,
                IntStream.range(0, training.size()).map(i -> labels[i / TRAINED]).toArray(), 1);
        final NetworkSession session = executor.open(trained);
        return new Flawed(session, new ShownPictures(session, CLASSES, List.of("concept"), inputs,
                IntStream.range(0, checked.size()).map(i -> i / CHECKED).toArray(), TRUNK, checked));
    }

    /** A bright square near the lower left corner. */
    float[] stamped(final float[] picture) {
        final float[] stamped = picture.clone();
        for (int channel = 0; channel < input.channels(); channel++) {
            for (int row = input.rows() - EDGE - SQUARE; row < input.rows() - EDGE; row++) {
                final int line = (channel * input.rows() + row) * input.cols();
                Arrays.fill(stamped, line + EDGE, line + EDGE + SQUARE, 1);
            }
        }
        return stamped;
    }

    /** Redder, and less blue. */
    float[] tinted(final float[] picture) {
        final float[] tinted = picture.clone();
        final int pixels = input.rows() * input.cols();
        for (int i = 0; i < pixels; i++) {
            tinted[i] = Math.min(1, 0.25f + 0.75f * picture[i]);
            tinted[2 * pixels + i] = 0.6f * picture[2 * pixels + i];
        }
        return tinted;
    }
}
