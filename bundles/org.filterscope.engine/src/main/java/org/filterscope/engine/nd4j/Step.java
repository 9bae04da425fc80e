package org.filterscope.engine.nd4j;

import java.util.List;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Node;

/** One step of a route. It takes the results of earlier steps, which it names by their places in the route. */
sealed interface Step {

    /** Places of the steps whose results it takes. */
    List<Integer> inputs();

    /** Values that the caller gives. */
    record Given(FeatureMaps maps) implements Step {
        @Override
        public List<Integer> inputs() {
            return List.of();
        }
    }

    /** An identity layer: the same array, but a place of its own in the network, by which gradients can be asked for. */
    record Passed(int input) implements Step {
        @Override
        public List<Integer> inputs() {
            return List.of(input);
        }
    }

    /** A layer's operator. */
    record Computed(Node node, List<Integer> inputs) implements Step {
    }

    /** A batch normalisation together with the layer below it, in one operator. */
    record Folded(Node normalization, Node below, List<Integer> inputs) implements Step {
    }

    /** A layer's result after its edit. */
    record Edited(Edit edit, int input) implements Step {
        @Override
        public List<Integer> inputs() {
            return List.of(input);
        }
    }
}
