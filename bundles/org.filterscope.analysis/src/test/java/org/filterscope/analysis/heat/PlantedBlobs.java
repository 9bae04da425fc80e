package org.filterscope.analysis.heat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.filterscope.analysis.attribution.ClassActivationMap;
import org.filterscope.analysis.concepts.Concept;
import org.filterscope.analysis.concepts.ConceptSet;
import org.filterscope.core.report.PixelBox;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.picture.PictureFile;

/**
 * Bright and dark blobs of 4 × 4 on 16 × 16 grey pixels, and a network that averages brightness and darkness: the class activation map of a class
 * is its blob, to the pixel.
 */
final class PlantedBlobs implements ConceptSet {
    static final Shape INPUT = new Shape(1, 16, 16);
    static final List<String> LABELS = List.of("bright", "dark");
    private static final int SIDE = 4;

    private final List<float[]> pictures = new ArrayList<>();
    private final List<Integer> truths = new ArrayList<>();
    private final List<PixelBox> masks = new ArrayList<>();

    /** @param bias of the class dark */
    static NetworkGraph network(final float bias) throws InvalidNetworkException {
        final Window pointwise = new Window(1, 1, 1, 1, 1, 1, Padding.NONE);
        return graph(new Input(INPUT), new Convolution(new Tensor(List.of(2, 1, 1, 1), new float[] {1, -1}), Tensor.vector(0, 0), pointwise, 1),
                new Activation(Function.RELU), new GlobalPooling(Reduction.AVERAGE),
                new Dense(new Tensor(List.of(2, 2), new float[] {100, 0, 0, 100}), Tensor.vector(0, bias)), new Softmax());
    }

    static PlacedMethod cam() {
        return new PlacedMethod(new ClassActivationMap("2"), "2");
    }

    private static NetworkGraph graph(final Operator... operators) throws InvalidNetworkException {
        final List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < operators.length; i++) {
            nodes.add(new Node(Integer.toString(i), operators[i], i == 0 ? List.of() : List.of(Integer.toString(i - 1))));
        }
        return new NetworkGraph("test", nodes);
    }

    /**
     * A picture with a blob.
     *
     * @param truth what its folder says
     * @param blob  what it really shows
     * @param mask  where the object is said to be; null for nowhere
     */
    PlantedBlobs add(final int truth, final int blob, final int top, final int left, final PixelBox mask) {
        final float[] values = new float[(int) INPUT.size()];
        for (int row = top; row < top + SIDE; row++) {
            Arrays.fill(values, row * INPUT.cols() + left, row * INPUT.cols() + left + SIDE, blob == 0 ? 1 : -1);
        }
        pictures.add(values);
        truths.add(truth);
        masks.add(mask);
        return this;
    }

    /** With the mask that is right. */
    PlantedBlobs add(final int truth, final int blob, final int top, final int left) {
        return add(truth, blob, top, left, new PixelBox(top, left, top + SIDE, left + SIDE));
    }

    BenchmarkPictures benchmark() {
        return new BenchmarkPictures(truths.stream().map(Object::toString).toList(),
                (picture, values, start) -> System.arraycopy(pictures.get(picture), 0, values, start, pictures.get(picture).length),
                truths.stream().mapToInt(Integer::intValue).toArray(), new ObjectMasks(List.of(this), LABELS, INPUT));
    }

    @Override
    public String name() {
        return "blobs";
    }

    @Override
    public List<Concept> concepts() {
        return LABELS.stream().map(label -> new Concept(label, "object")).toList();
    }

    @Override
    public List<PictureFile> pictures() {
        return List.of();
    }

    @Override
    public short[] labels(final int picture) {
        final short[] labels = new short[(int) INPUT.size()];
        Arrays.fill(labels, NONE);
        final PixelBox box = masks.get(picture);
        for (int row = box == null ? 16 : box.top(); row < (box == null ? 16 : box.bottom()); row++) {
            Arrays.fill(labels, row * INPUT.cols() + box.left(), row * INPUT.cols() + box.right(), truths.get(picture).shortValue());
        }
        return labels;
    }
}
