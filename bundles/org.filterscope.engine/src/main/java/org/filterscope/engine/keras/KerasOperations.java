package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.keras.KerasCall.Argument;
import org.filterscope.engine.keras.KerasCall.Constant;
import org.filterscope.engine.keras.KerasCall.Result;
import org.filterscope.engine.read.RefusedException;

/** Arithmetic in a model's wiring, {@code x / 127.5 − 1}, and what else is written there without layers. Layers of the same names, too. */
record KerasOperations(KerasNodes nodes, KerasFormat format) {

    /** A layer's settings with the constants that it is called with. */
    static KerasSettings settings(final KerasLayer layer) {
        final JsonObject all = layer.config().deepCopy();
        layer.call().named().forEach((key, argument) -> {
            if (argument instanceof Constant(JsonElement value) && !all.has(key)) {
                all.add(key, value);
            }
        });
        return new KerasSettings(all);
    }

    void arithmetic(final KerasLayer layer, final String kind) throws RefusedException {
        final List<Argument> operands = operands(layer);
        if (operands.stream().noneMatch(Constant.class::isInstance)) {
            combine(layer, kind);
            return;
        }
        if (operands.size() != 2 || layer.inputs().size() != 1) {
            throw new RefusedException("it combines %d values with a constant; one is supported".formatted(layer.inputs().size()));
        }
        final String input = layer.inputs().get(0);
        final Shape in = maps(input);
        final boolean first = operands.get(0) instanceof Constant;
        final Constant constant = (Constant) operands.get(first ? 0 : 1);
        final int after = kind.equals("BiasAdd") || nodes.isVector(input) ? 0 : 3 - format.channels();
        final float[] values = KerasConstant.of(constant.value()).perChannel(in, after);
        nodes.append(layer.name(), affine(kind, first, values), List.of(input));
    }

    private static Affine affine(final String kind, final boolean first, final float[] values) throws RefusedException {
        final float[] factor = new float[values.length];
        final float[] summand = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            final float value = values[i];
            factor[i] = switch (kind) {
                case "Multiply" -> value;
                case "TrueDivide" -> 1 / value;
                case "Subtract" -> first ? -1 : 1;
                default -> 1;
            };
            summand[i] = switch (kind) {
                case "Add", "BiasAdd" -> value;
                case "Subtract" -> first ? value : -value;
                default -> 0;
            };
        }
        if (kind.equals("TrueDivide") && first) {
            throw new RefusedException("a constant divided by a value is not supported");
        }
        return new Affine(Tensor.vector(factor), Tensor.vector(summand));
    }

    /** Of results only. The second of a difference is first made negative, as {@code NAME/negative}. */
    private void combine(final KerasLayer layer, final String kind) throws RefusedException {
        final List<String> inputs = layer.inputs();
        final Operator operator = switch (kind) {
            case "Add" -> new Add();
            case "Multiply" -> new Multiply();
            case "Subtract" -> null;
            default -> throw new RefusedException("it is only supported with a constant");
        };
        if (operator != null) {
            nodes.append(layer.name(), operator, inputs);
            return;
        }
        if (inputs.size() != 2) {
            throw new RefusedException("it subtracts %d values; two are supported".formatted(inputs.size()));
        }
        weighted(layer.name(), inputs.get(0), inputs.get(1), "negative", -1);
    }

    /** {@code first + factor second}; the second with its factor is {@code NAME/WORD}. */
    void weighted(final String name, final String first, final String second, final String word, final float factor) throws RefusedException {
        final int channels = nodes.shape(second).channels();
        final float[] factors = new float[channels];
        Arrays.fill(factors, factor);
        final String between = name + "/" + word;
        nodes.append(between, new Affine(Tensor.vector(factors), Tensor.vector(new float[channels])), List.of(second));
        nodes.append(name, new Add(), List.of(first, between));
    }

    /** {@code max(x, 0)}. */
    void maximumWithConstant(final KerasLayer layer) throws RefusedException {
        for (final Argument operand : operands(layer)) {
            if (operand instanceof Constant(JsonElement value) && KerasConstant.of(value).values().stream().anyMatch(number -> number != 0)) {
                throw new RefusedException("the maximum of a value and a constant other than 0 is not supported");
            }
        }
        nodes.append(layer.name(), new Activation(Function.RELU), layer.inputs());
    }

    boolean hasConstant(final KerasLayer layer) {
        return operands(layer).stream().anyMatch(Constant.class::isInstance);
    }

    /** The mean or the highest value of all positions. */
    void reduce(final KerasLayer layer, final Reduction reduction) throws RefusedException {
        final KerasSettings settings = settings(layer);
        final List<Integer> axes = settings.list("axis");
        final String input = layer.inputs().get(0);
        if (axes == null || nodes.isVector(input) || settings.has("initial")
                || !axes.stream().map(axis -> KerasFormat.dimension(axis, 4)).sorted().toList().equals(format.positions())) {
            throw new RefusedException("it works along the axes %s; only rows and columns together are supported"
                    .formatted(settings.config().get("axis")));
        }
        nodes.append(layer.name(), new GlobalPooling(reduction), List.of(input));
        if (!settings.truth("keepdims", false)) {
            nodes.markVector(layer.name());
        }
    }

    /** Channels cut out of maps: {@code x[..., ::-1]} or {@code x[..., 2]}. */
    void slice(final KerasLayer layer) throws RefusedException {
        final String input = layer.inputs().get(0);
        final Shape in = maps(input);
        final List<JsonElement> key = key(layer);
        final JsonElement channels = key.get(format.channels());
        for (int dimension = 0; dimension < key.size(); dimension++) {
            if (nodes.isVector(input) || dimension != format.channels() && !isWhole(key.get(dimension))) {
                throw new RefusedException("it cuts out something else than channels");
            }
        }
        if (channels.isJsonPrimitive()) {
            final int channel = KerasFormat.dimension(channels.getAsInt(), in.channels());
            nodes.append(layer.name(), new ChannelSelection(List.of(channel)), List.of(input));
            nodes.markSlice(layer.name());
        } else {
            nodes.append(layer.name(), new ChannelSelection(range(slice(channels), in.channels())), List.of(input));
        }
    }

    /** One part of the key for each of four dimensions. */
    private static List<JsonElement> key(final KerasLayer layer) throws RefusedException {
        final JsonElement given = layer.call().positional().stream().filter(Constant.class::isInstance).map(Constant.class::cast).findFirst()
                .map(Constant::value).orElseGet(() -> settings(layer).config().get("slice_spec"));
        if (given == null || !given.isJsonArray()) {
            throw new RefusedException("what it cuts out (%s) cannot be understood".formatted(given));
        }
        final List<JsonElement> key = new ArrayList<>();
        final JsonObject whole = new JsonObject();
        final int others = given.getAsJsonArray().size() - 1;
        for (final JsonElement part : given.getAsJsonArray()) {
            final boolean ellipsis = part.isJsonObject() && part.getAsJsonObject().has("class_name")
                    && part.getAsJsonObject().get("class_name").getAsString().equals("__ellipsis__");
            for (int i = 0; i < (ellipsis ? 4 - others : 1); i++) {
                key.add(ellipsis ? whole : part);
            }
        }
        while (key.size() < 4) {
            key.add(whole);
        }
        if (key.size() > 4) {
            throw new RefusedException("it cuts %d dimensions".formatted(key.size()));
        }
        return key;
    }

    private static boolean isWhole(final JsonElement part) {
        if (!part.isJsonObject()) {
            return false;
        }
        final KerasSettings slice = slice(part);
        return !slice.has("start") && !slice.has("stop") && !slice.has("step");
    }

    private static KerasSettings slice(final JsonElement part) {
        final JsonObject object = part.getAsJsonObject();
        return new KerasSettings(object.has("config") ? object.getAsJsonObject("config") : object);
    }

    /** The numbers that Python's {@code slice(start, stop, step)} picks. */
    private static List<Integer> range(final KerasSettings slice, final int length) throws RefusedException {
        final int step = slice.has("step") ? (int) slice.number("step", 1) : 1;
        if (step == 0) {
            throw new RefusedException("it cuts out channels in steps of 0");
        }
        final int least = step > 0 ? 0 : -1;
        final int most = step > 0 ? length : length - 1;
        final int start = bound(slice, "start", step > 0 ? least : most, length, least, most);
        final int stop = bound(slice, "stop", step > 0 ? most : least, length, least, most);
        final int count = Math.max(0, (stop - start + step - Integer.signum(step)) / step);
        return IntStream.range(0, count).mapToObj(i -> start + i * step).toList();
    }

    private static int bound(final KerasSettings slice, final String key, final int otherwise, final int length, final int least,
            final int most) throws RefusedException {
        if (!slice.has(key)) {
            return otherwise;
        }
        return Math.clamp(KerasFormat.dimension((int) slice.number(key, 0), length), least, most);
    }

    private Shape maps(final String input) throws RefusedException {
        if (nodes.flattened(input).isPresent()) {
            throw new RefusedException("it works on maps that were flattened before; only dense layers can do that");
        }
        return nodes.shape(input);
    }

    /** What is added, multiplied or compared; not the name that TensorFlow wants. */
    private static List<Argument> operands(final KerasLayer layer) {
        final List<Argument> operands = new ArrayList<>(layer.call().positional());
        layer.call().named().forEach((key, argument) -> {
            if (argument instanceof Result || List.of("x1", "x2", "y", "bias").contains(key)) {
                operands.add(argument);
            }
        });
        return operands;
    }
}
