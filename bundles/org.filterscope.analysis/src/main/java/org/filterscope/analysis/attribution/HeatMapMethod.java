package org.filterscope.analysis.attribution;

import java.util.Optional;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;

/** A way to say which pixels of a picture speak for a class. The same call gives the same map; what is random has a seed. */
public interface HeatMapMethod {

    /** As people write it: {@code Grad-CAM}. */
    String name();

    /**
     * Why the method says nothing of a network, in a sentence for the user; empty when it does.
     *
     * @throws IllegalArgumentException when the method needs a layer that does not exist
     */
    default Optional<String> obstacle(final NetworkGraph graph) {
        return ClassPasses.obstacle(graph);
    }

    /** What a map costs, less where there is nothing to find; each picture that goes forwards is a step of progress. */
    PassCount cost(NetworkGraph graph);

    /**
     * @param picture  one, as the network takes it: {@code [1, channel, row, col]}
     * @param label    index of the class among the network's logits
     * @param progress asked between passes whether to go on
     * @throws IllegalStateException    when there is an {@link #obstacle}
     * @throws IllegalArgumentException when the picture has another shape than the network's input, or there is no such class
     */
    HeatMap explain(NetworkSession session, FeatureMaps picture, int label, Progress progress);
}
