package org.filterscope.engine.onnx.read;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import onnx.Onnx.GraphProto;
import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import onnx.Onnx.ValueInfoProto;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.ModelReader;
import org.filterscope.engine.read.NumberedModel;
import org.filterscope.engine.read.UnsupportedLayerException;

/** Reads ONNX models, operator sets 7 to 26, with their weights inside or in files beside them. */
public final class OnnxReader implements ModelReader {

    /** From the parsed file. */
    private interface Reading<T> {
        T of(OnnxFile model) throws InvalidNetworkException;
    }

    @Override
    public NetworkGraph read(final Path file, final Optional<Size> size) throws InvalidNetworkException {
        return open(file, model -> read(file, model, new TensorValues(model.external()), size));
    }

    @Override
    public NumberedModel places(final Path file, final Optional<Size> size, final List<Tensor> wanted) throws InvalidNetworkException {
        return open(file, model -> {
            final InitializerPlaces places = InitializerPlaces.of(model, wanted);
            return new NumberedModel(read(file, model, new TensorValues(model.external(), places.firsts()), size), places.blocks(),
                    Optional.empty());
        });
    }

    private static <T> T open(final Path file, final Reading<T> reading) throws InvalidNetworkException {
        try {
            return reading.of(OnnxFile.read(file));
        } catch (final UnsupportedLayerException e) {
            throw e;
        } catch (final InvalidNetworkException e) {
            throw new InvalidNetworkException("%s: %s".formatted(file, e.getMessage()), e);
        } catch (final InternalError e) {
            // How Java tells that a mapped file was cut off behind its back.
            throw new InvalidNetworkException("%s: was changed while it was read".formatted(file), e);
        }
    }

    /** Whether a file that begins with these bytes may be an ONNX model; three bytes are enough to tell. */
    public static boolean mayRead(final byte[] start) {
        return OnnxFile.begins(start);
    }

    private static NetworkGraph read(final Path path, final OnnxFile file, final TensorValues tensors, final Optional<Size> size)
            throws InvalidNetworkException {
        final GraphProto graph = file.model().getGraph();
        final Map<String, TensorProto> initializers = new HashMap<>();
        graph.getInitializerList().forEach(tensor -> initializers.put(tensor.getName(), tensor));
        final ValueInfoProto output = only("output", graph.getOutputList());
        final List<NodeProto> all = ErfGelu.named(graph.getNodeList(), new SingleNumbers(graph, initializers, tensors)::find);
        final NodePlan plan = NodePlan.of(all, initializers.keySet(), output.getName());
        final Set<String> taken = plan.taken();
        final GraphInput input = GraphInput.of(only("input", graph.getInputList().stream()
                .filter(value -> taken.contains(value.getName()) && !initializers.containsKey(value.getName())).toList()), size,
                new Wiring(plan.nodes()));
        final OnnxGraph builder = new OnnxGraph(initializers, new ModelContext(file.opset(), input.images(), plan.biases(), taken, tensors,
                Folding.room(file.size())), new LayerNames(plan.nodes(), plan.layers(), file.model().getProducerName()));
        builder.input(input);
        for (final NodeProto node : plan.nodes()) {
            builder.add(node);
        }
        if (!builder.refusals().isEmpty()) {
            throw new UnsupportedLayerException(path.toString(), builder.refusals());
        }
        return builder.layers().upTo("ONNX (operator set %d)".formatted(file.opset()), builder.layer(output.getName()));
    }

    private static ValueInfoProto only(final String kind, final List<ValueInfoProto> values) throws InvalidNetworkException {
        if (values.size() != 1) {
            throw new InvalidNetworkException("the model has %s; only models with one %s can be read".formatted(values.isEmpty() ? "no " + kind
                    : "%d %ss: %s".formatted(values.size(), kind,
                            values.stream().limit(10).map(value -> LayerNames.clean(value.getName())).collect(Collectors.joining(", "))), kind));
        }
        return values.get(0);
    }
}
