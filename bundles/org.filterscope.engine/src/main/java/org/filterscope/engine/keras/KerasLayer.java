package org.filterscope.engine.keras;

import java.util.List;

import com.google.gson.JsonObject;

/**
 * One use of a layer as the model's JSON tells it. Nested models are laid open: their layers stand among the others.
 *
 * @param name   unique in the model; a layer of a nested model has that model's name before it, {@code base/conv1}
 * @param kind   Keras's class name, for example {@code Conv2D}
 * @param config its settings
 * @param call   what it is called with: layers by their names here
 * @param place  where its weights stand in files
 */
record KerasLayer(String name, String kind, JsonObject config, KerasCall call, Place place) {

    /**
     * The way from the outermost model to the layer.
     *
     * @param names    of the nested models and the layer
     * @param numbered what {@code .keras} files call them
     */
    record Place(List<String> names, List<NumberedName> numbered) {
        Place {
            names = List.copyOf(names);
            numbered = List.copyOf(numbered);
        }
    }

    /** Names of the layers it takes. */
    List<String> inputs() {
        return call.inputs();
    }
}
