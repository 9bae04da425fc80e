package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.keras.KerasCall.Result;
import org.filterscope.engine.keras.KerasLayer.Place;
import org.filterscope.engine.keras.KerasLevel.Member;

/**
 * The layers of a Keras model and how they are wired, from the model's JSON: Sequential and functional models, Keras 1 to 3. Models that are
 * used as layers are laid open, at any depth.
 */
final class KerasTopology {
    private final List<KerasLayer> layers = new ArrayList<>();

    private KerasTopology() {
    }

    /** @return the layers from input to output, each after its inputs; layers that do not reach the output are left out */
    static List<KerasLayer> read(final String json) throws InvalidNetworkException {
        try {
            final JsonObject model = JsonParser.parseString(json).getAsJsonObject();
            final String kind = model.get("class_name").getAsString();
            if (!Member.isModel(kind)) {
                throw new InvalidNetworkException(
                        "the Keras model is a '%s'; only Sequential and functional models can be read".formatted(kind));
            }
            final KerasTopology topology = new KerasTopology();
            topology.open(kind, model.get("config"), "", new Place(List.of(), List.of()), null);
            final List<KerasLayer> inputs = topology.layers.stream().filter(layer -> layer.inputs().isEmpty()).toList();
            if (inputs.size() != 1 || !inputs.get(0).kind().equals("InputLayer")) {
                throw new InvalidNetworkException("the model's layers without inputs are %s; it must be one InputLayer"
                        .formatted(inputs.stream().map(KerasLayer::name).toList()));
            }
            return topology.layers;
        } catch (final RuntimeException | StackOverflowError e) {
            throw new InvalidNetworkException("the description of the Keras model is damaged", e);
        }
    }

    /**
     * Lays a model open.
     *
     * @param prefix before the names of its layers
     * @param place  of the model in files
     * @param given  name of the layer whose result it is called on; null for the outermost model
     * @return name of the layer that makes its result
     */
    private String open(final String kind, final JsonElement config, final String prefix, final Place place, final String given)
            throws InvalidNetworkException {
        final KerasLevel level = KerasLevel.of(kind, config);
        final Map<Result, String> names = new HashMap<>();
        for (final Result use : ordered(level)) {
            final Member member = level.layers().get(use.layer());
            final KerasCall call = member.call(use.use()).renamed(result -> names.get(level.normal(result)));
            if (member.isInput() && given != null) {
                names.put(use, given);
                continue;
            }
            final Place own = new Place(plus(place.names(), member.name()), plus(place.numbered(), member.numbered()));
            names.put(use, member.isModel() ? nested(member, call, prefix, own) : layer(member, use, call, prefix, own));
        }
        if (given != null && names.values().stream().filter(given::equals).count() != 1) {
            throw new InvalidNetworkException("the nested model '%s' must have one input".formatted(String.join("/", place.names())));
        }
        return names.get(level.normal(level.output()));
    }

    private String nested(final Member model, final KerasCall call, final String prefix, final Place place) throws InvalidNetworkException {
        if (call.inputs().size() != 1) {
            throw new InvalidNetworkException("the model '%s' inside the model takes %d inputs; models with one can be read"
                    .formatted(prefix + model.name(), call.inputs().size()));
        }
        return open(model.kind(), model.config(), prefix + model.name() + "/", place, call.inputs().get(0));
    }

    /** A layer used several times is several layers with the same weights, the later ones named {@code NAME/2}, {@code NAME/3}, …. */
    private String layer(final Member member, final Result use, final KerasCall call, final String prefix, final Place place) {
        final int number = member.calls().size() == 1 ? 0 : use.use();
        final String name = prefix + member.name() + (number == 0 ? "" : "/" + (number + 1));
        layers.add(new KerasLayer(name, member.kind(), member.config(), call, place));
        return name;
    }

    private static <T> List<T> plus(final List<T> list, final T last) {
        final List<T> all = new ArrayList<>(list);
        all.add(last);
        return all;
    }

    /** The uses of layers that lead to the output, each after its inputs. */
    private static List<Result> ordered(final KerasLevel level) throws InvalidNetworkException {
        final List<Result> ordered = new ArrayList<>();
        final Map<Result, Boolean> done = new HashMap<>();
        // An explicit stack: a hostile file may chain more layers than the thread's stack has room for.
        final List<Result> stack = new ArrayList<>(List.of(level.normal(level.output())));
        while (!stack.isEmpty()) {
            final Result use = stack.getLast();
            final Member member = level.layers().get(use.layer());
            if (member == null) {
                throw new InvalidNetworkException("layer '%s' is used in the model but not described".formatted(use.layer()));
            }
            if (Boolean.TRUE.equals(done.get(use))) {
                stack.removeLast();
                continue;
            }
            final List<Result> inputs = member.call(use.use()).results().stream().map(level::normal).toList();
            if (done.put(use, false) == null) {
                inputs.reversed().stream().filter(input -> !Boolean.TRUE.equals(done.get(input))).forEach(stack::add);
            } else {
                if (inputs.stream().anyMatch(input -> !Boolean.TRUE.equals(done.get(input)))) {
                    throw new InvalidNetworkException("layer '%s' is part of a loop".formatted(use.layer()));
                }
                stack.removeLast();
                done.put(use, true);
                ordered.add(use);
            }
        }
        return ordered;
    }
}
