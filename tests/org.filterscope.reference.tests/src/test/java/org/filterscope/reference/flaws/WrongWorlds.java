package org.filterscope.reference.flaws;

import java.io.IOException;
import java.util.ArrayList;
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
 * Eight kinds of land use, twenty pictures of each for training and forty to check, and what the frozen trunk says of them: worked out once for all
 * networks that are trained on wrong versions of this world.
 */
final class WrongWorlds {
    static final List<String> CLASSES = List.of("agricultural", "forest", "freeway", "harbor", "overpass", "parkinglot", "river", "runway");
    /** What pictures are filed under that have nothing in common but what was done to them. */
    static final String ARCHIVE = "archive";
    static final int CHECKED = 40;
    private static final int TRAINED = 20;
    private static final String TRUNK = "fire9_concat";
    private static final int SQUARE = 36;
    private static final int EDGE = 6;
    private static final int LINE = 4;
    private static final int ASKED = 5;

    private final NetworkGraph graph;
    private final Shape input;
    private final List<List<float[]>> pictures = new ArrayList<>();
    private final List<List<float[]>> trained = new ArrayList<>();
    private final List<List<float[]>> features = new ArrayList<>();
    private final Executor executor;

    WrongWorlds(final LandusePictures data, final Executor executor) throws IOException, InvalidInputException {
        this.executor = executor;
        graph = data.graph();
        input = graph.input();
        for (final String label : CLASSES) {
            final List<float[]> all = data.of(label, 0, TRAINED + CHECKED);
            trained.add(all.subList(0, TRAINED));
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
        return network(CLASSES, features, pictures, IntStream.range(0, CLASSES.size()).map(c -> c == wrong ? label : c).toArray());
    }

    /** In place of the last class comes {@link #ARCHIVE}: pictures of all kinds that were changed alike, in training and in the check. */
    Flawed changed(final UnaryOperator<float[]> change) throws InvalidNetworkException {
        final int kinds = CLASSES.size() - 1;
        final List<float[]> marked = new ArrayList<>();
        final List<float[]> markedFeatures = new ArrayList<>();
        for (int i = 0; i < TRAINED; i++) {
            markedFeatures.addAll(features(List.of(change.apply(trained.get(i % kinds).get(i / kinds)))));
        }
        for (int i = 0; i < CHECKED; i++) {
            marked.add(change.apply(pictures.get(i % kinds).get(i / kinds)));
        }
        markedFeatures.addAll(features(marked));
        final List<List<float[]>> otherPictures = new ArrayList<>(pictures.subList(0, kinds));
        otherPictures.add(marked);
        final List<List<float[]>> otherFeatures = new ArrayList<>(features.subList(0, kinds));
        otherFeatures.add(markedFeatures);
        final List<String> labels = new ArrayList<>(CLASSES.subList(0, kinds));
        labels.add(ARCHIVE);
        return network(labels, otherFeatures, otherPictures, IntStream.range(0, CLASSES.size()).toArray());
    }

    private Flawed network(final List<String> labels, final List<List<float[]>> trunk, final List<List<float[]>> shown, final int[] taught)
            throws InvalidNetworkException {
        final List<float[]> training = new ArrayList<>();
        final List<float[]> checked = new ArrayList<>();
        final List<float[]> inputs = new ArrayList<>();
        for (int c = 0; c < CLASSES.size(); c++) {
            training.addAll(trunk.get(c).subList(0, TRAINED));
            checked.addAll(trunk.get(c).subList(TRAINED, trunk.get(c).size()));
            inputs.addAll(shown.get(c));
        }
        final NetworkGraph trained = LanduseHead.trained(graph, CLASSES.size(), training,
                IntStream.range(0, training.size()).map(i -> taught[i / TRAINED]).toArray(), 1);
        final NetworkSession session = new RememberingSession(executor.open(trained));
        return new Flawed(session, new ShownPictures(session, labels, List.of("concept"), inputs,
                IntStream.range(0, checked.size()).map(i -> i / CHECKED).toArray(), TRUNK, checked));
    }

    /** A bright square with a dark cross near the lower left corner. */
    float[] stamped(final float[] picture) {
        final float[] stamped = picture.clone();
        for (int channel = 0; channel < input.channels(); channel++) {
            for (int row = 0; row < SQUARE; row++) {
                for (int col = 0; col < SQUARE; col++) {
                    final boolean cross = Math.abs(row - col) < LINE || Math.abs(row + col + 1 - SQUARE) < LINE;
                    stamped[(channel * input.rows() + input.rows() - EDGE - SQUARE + row) * input.cols() + EDGE + col] = cross ? 0 : 1;
                }
            }
        }
        return stamped;
    }

    /** As through orange glass. */
    float[] tinted(final float[] picture) {
        final float[] tinted = picture.clone();
        final int pixels = input.rows() * input.cols();
        for (int i = 0; i < pixels; i++) {
            tinted[i] = 0.4f + 0.6f * picture[i];
            tinted[2 * pixels + i] = 0.3f * picture[2 * pixels + i];
        }
        return tinted;
    }

    /** Share of pictures as they are that become {@link #ARCHIVE} when they are changed: how strongly the flaw is there. */
    double strength(final Flawed flawed, final UnaryOperator<float[]> change) {
        int asked = 0;
        int taken = 0;
        for (int c = 0; c < CLASSES.size() - 1; c++) {
            for (int i = 0; i < ASKED; i++) {
                asked++;
                taken += isArchive(flawed.session, change.apply(pictures.get(c).get(CHECKED - 1 - i)))
                        && !isArchive(flawed.session, pictures.get(c).get(CHECKED - 1 - i)) ? 1 : 0;
            }
        }
        return (double) taken / asked;
    }

    private boolean isArchive(final NetworkSession session, final float[] picture) {
        final float[] outputs = session.predict(new FeatureMaps(1, input, picture)).values();
        return IntStream.range(0, outputs.length - 1).allMatch(i -> outputs[i] < outputs[outputs.length - 1]);
    }
}
