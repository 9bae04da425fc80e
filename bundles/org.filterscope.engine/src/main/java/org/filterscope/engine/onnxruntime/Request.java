package org.filterscope.engine.onnxruntime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.onnx.write.OnnxGraph;

/**
 * What a loaded graph can answer, whatever the values: the same request with other pictures, amounts or seeds needs no new graph.
 *
 * @param given    the layers that values come in for
 * @param edits    by layer, how the amount and the value are spread
 * @param layers   whose values are wanted
 * @param backward what is wanted of the backward pass; null for none
 */
record Request(Set<String> given, Map<String, Edited> edits, Set<String> layers, Backward backward) {

    /** Dimensions of an edit's amount and value. */
    record Edited(List<Object> amount, List<Object> value) {
    }

    /**
     * @param target the layer that is differentiated
     * @param seed   the seed's dimensions
     * @param layers by which it is differentiated
     */
    record Backward(String target, List<Object> seed, Set<String> layers, ReluRule rule) {
    }

    static Request forward(final Pass pass, final Set<String> layers) {
        return new Request(pass.given().keySet(), edits(pass), Set.copyOf(layers), null);
    }

    static Request backward(final Pass pass, final Target target, final Set<String> layers, final ReluRule rule) {
        final Set<String> valued = layers.stream().collect(Collectors.toSet());
        valued.add(target.layer());
        return new Request(pass.given().keySet(), edits(pass), Set.copyOf(valued),
                new Backward(target.layer(), dimensions(target.seed()), Set.copyOf(layers), rule));
    }

    /** Whether nothing but pictures comes in and the pass goes forwards only. */
    boolean isPlain(final String input) {
        return backward == null && edits.isEmpty() && given.equals(Set.of(input));
    }

    private static Map<String, Edited> edits(final Pass pass) {
        return pass.edits().stream().collect(Collectors.toUnmodifiableMap(edit -> edit.layer(),
                edit -> new Edited(dimensions(edit.amount()), dimensions(edit.value()))));
    }

    /** One image is spread over all; more are as many as there are. */
    private static List<Object> dimensions(final FeatureMaps maps) {
        final List<Object> dimensions = new ArrayList<>();
        dimensions.add(maps.images() == 1 ? (Object) 1 : OnnxGraph.IMAGES);
        dimensions.addAll(List.of(maps.shape().channels(), maps.shape().rows(), maps.shape().cols()));
        return List.copyOf(dimensions);
    }
}
