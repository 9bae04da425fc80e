package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.analysis.maps.LayerPeaks;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;

/** A network whose filters look at single pixels, so that everything about it can be said beforehand: filters, a rectifier, their means, classes. */
final class HandMade {
    static final List<String> LABELS = List.of("road", "river", "field");
    static final int SIDE = 13;

    private HandMade() {
    }

    /**
     * @param filters {@code [filter][colour]}, no biases
     * @param classes {@code [class][filter]}, no biases
     */
    static NetworkGraph network(final float[][] filters, final float[][] classes) throws Exception {
        final Window window = new Window(1, 1, 1, 1, 1, 1, Padding.NONE);
        return new NetworkGraph("test", List.of(new Node("input", new Input(new Shape(3, SIDE, SIDE)), List.of()),
                new Node("convolved", new Convolution(new Tensor(List.of(filters.length, 3, 1, 1), flat(filters)),
                        Tensor.vector(new float[filters.length]), window), List.of("input")),
                new Node("maps", new Activation(Function.RELU), List.of("convolved")),
                new Node("means", new GlobalPooling(Reduction.AVERAGE), List.of("maps")),
                new Node("logits", new Dense(new Tensor(List.of(classes.length, filters.length), flat(classes)),
                        Tensor.vector(new float[classes.length])), List.of("means")),
                new Node("probabilities", new Softmax(), List.of("logits"))));
    }

    private static float[] flat(final float[][] rows) {
        final float[] all = new float[rows.length * rows[0].length];
        for (int i = 0; i < all.length; i++) {
            all[i] = rows[i / rows[0].length][i % rows[0].length];
        }
        return all;
    }

    /** Evidence of pictures of known classes. */
    static FlawEvidence evidence(final NetworkSession session, final List<float[]> pictures, final int[] truths) throws Exception {
        final StoredMaps maps = StoredMaps.of(session, "maps", pictures);
        final int[] outputs = new int[truths.length];
        final float[] probabilities = new float[truths.length];
        for (int i = 0; i < outputs.length; i++) {
            final FeatureMaps found = session.predict(new FeatureMaps(1, session.graph().input(), pictures.get(i)));
            outputs[i] = AlteredPictures.highest(found, 0);
            probabilities[i] = found.values()[outputs[i]];
        }
        final ReceptiveFields fields = new ReceptiveFields(session.graph());
        final FlawLayer layer = new FlawLayer("maps", maps, peaks(maps), Collections.nCopies(maps.shape().channels(), ""), fields.vertical("maps"),
                fields.horizontal("maps"));
        return new FlawEvidence(session, LABELS, new PictureClasses(LABELS, truths),
                IntStream.range(0, truths.length).mapToObj(i -> "picture-" + i).toList(), StoredMaps.inputs(pictures),
                new Predictions(outputs, probabilities), List.of(layer), List.of(), 1);
    }

    private static LayerPeaks peaks(final StoredMaps maps) {
        return new LayerPeaks() {
            @Override
            public int pictures() {
                return maps.pictures();
            }

            @Override
            public int channels() {
                return maps.shape().channels();
            }

            @Override
            public void forEach(final Visitor visitor) throws IOException {
                final int positions = SIDE * SIDE;
                for (int channel = 0; channel < channels(); channel++) {
                    final float[] values = new float[pictures()];
                    final int[] places = new int[pictures()];
                    for (int picture = 0; picture < values.length; picture++) {
                        final float[] all = maps.values().get(picture);
                        for (int i = 0; i < positions; i++) {
                            places[picture] = all[channel * positions + i] > all[channel * positions + places[picture]] ? i : places[picture];
                        }
                        values[picture] = all[channel * positions + places[picture]];
                    }
                    visitor.visit(channel, values, places);
                }
            }
        };
    }

    /** A picture of one colour with a little noise from a seed. */
    static float[] plain(final float red, final float green, final float blue, final long seed) {
        final Random random = new Random(seed);
        final float[] colours = {red, green, blue};
        final float[] picture = new float[3 * SIDE * SIDE];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = colours[i / (SIDE * SIDE)] + 0.1f * random.nextFloat();
        }
        return picture;
    }

    static List<float[]> pictures(final int count, final IntFunction<float[]> picture) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(picture).toList());
    }

    /** All logits of one picture. */
    static float[] logits(final NetworkSession session, final float[] picture) {
        return session.forward(new FeatureMaps(1, session.graph().input(), picture), Set.of("logits")).get("logits").values();
    }
}
