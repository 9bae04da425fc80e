package org.filterscope.engine.dl4j;

import java.util.List;
import java.util.Optional;

/**
 * One layer or vertex as the model's JSON tells it.
 *
 * @param name         unique in the model
 * @param description  its kind and settings
 * @param preprocessor turns its input into what it wants
 * @param variables    names of its parameters; empty where the file does not tell
 * @param inputs       names of the layers it takes; none for the network's input
 */
record Dl4jLayer(String name, Dl4jObject description, Optional<Dl4jObject> preprocessor, List<String> variables, List<String> inputs) {
    /** Kind of the network's input, which is no layer in Deeplearning4j. */
    static final String INPUT = "input";

    Dl4jLayer {
        variables = List.copyOf(variables);
        inputs = List.copyOf(inputs);
    }

    String kind() {
        return description.kind();
    }

    Dl4jSettings settings() {
        return description.settings();
    }

    /** The only input, or the first. */
    String input() {
        return inputs.get(0);
    }
}
