package org.filterscope.engine.keras;

import java.util.List;

import com.google.gson.JsonObject;

/**
 * One layer as the model's JSON tells it.
 *
 * @param name   unique in the model
 * @param kind   Keras's class name, for example {@code Conv2D}
 * @param config its settings
 * @param inputs names of the layers it takes
 */
record KerasLayer(String name, String kind, JsonObject config, List<String> inputs) {

    KerasLayer {
        inputs = List.copyOf(inputs);
    }
}
