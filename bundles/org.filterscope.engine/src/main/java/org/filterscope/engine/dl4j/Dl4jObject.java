package org.filterscope.engine.dl4j;

import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * An object that says in the JSON what it is: a layer, a vertex, an activation or a preprocessor. Versions say it in three ways: new ones
 * as {@code {"@class": "org.deeplearning4j.….DenseLayer", …}}, old ones as {@code {"dense": {…}}}, the oldest, for activations, as
 * {@code "relu"}.
 *
 * @param kind     simple name of Deeplearning4j's class, or the old versions' word; the full name of a class that is not Deeplearning4j's
 * @param settings what else it has
 */
record Dl4jObject(String kind, Dl4jSettings settings) {
    private static final String CLASS = "@class";

    /** @throws IllegalStateException when it is no such object */
    static Dl4jObject of(final JsonElement json) {
        if (json.isJsonPrimitive()) {
            return new Dl4jObject(json.getAsString(), new Dl4jSettings(new JsonObject()));
        }
        final JsonObject object = json.getAsJsonObject();
        if (object.has(CLASS)) {
            return new Dl4jObject(simple(object.get(CLASS).getAsString()), new Dl4jSettings(object));
        }
        if (object.size() != 1) {
            throw new IllegalStateException("an object without a class");
        }
        final Map.Entry<String, JsonElement> only = object.entrySet().iterator().next();
        return new Dl4jObject(only.getKey(), new Dl4jSettings(only.getValue().getAsJsonObject()));
    }

    /** Only Deeplearning4j's own classes are known by their simple names: a class of the user's may have the same and do another thing. */
    private static String simple(final String name) {
        final boolean own = name.startsWith("org.deeplearning4j.nn.") || name.startsWith("org.nd4j.linalg.");
        return own ? name.substring(name.lastIndexOf('.') + 1) : name;
    }
}
