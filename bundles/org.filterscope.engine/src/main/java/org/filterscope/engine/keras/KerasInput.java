package org.filterscope.engine.keras;

import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.read.RefusedException;

/** The shape of a model's input. */
record KerasInput(Optional<Size> size, KerasFormat format) {

    Shape shape(final KerasLayer layer) throws RefusedException {
        final JsonElement given = layer.config().has("batch_input_shape") ? layer.config().get("batch_input_shape")
                : layer.config().get("batch_shape");
        if (given == null || !given.isJsonArray() || given.getAsJsonArray().size() != 4) {
            throw new RefusedException("its shape must be that of a batch of pictures with channels, not %s".formatted(given));
        }
        final JsonArray shape = given.getAsJsonArray();
        final int rows = length(shape.get(format.positions().get(0)), size.map(Size::rows));
        final int cols = length(shape.get(format.positions().get(1)), size.map(Size::cols));
        if (shape.get(format.channels()).isJsonNull()) {
            throw new RefusedException("its number of channels is open");
        }
        return new Shape(length(shape.get(format.channels()), Optional.empty()), rows, cols);
    }

    private static int length(final JsonElement given, final Optional<Integer> configured) throws RefusedException {
        if (given.isJsonNull()) {
            return configured.orElseThrow(
                    () -> new RefusedException("the model leaves the input's size open; give it: 'input: { size: [rows, columns] }' in a "
                            + "configuration, --size ROWSxCOLS for inspect"));
        }
        final int length;
        try {
            length = given.getAsInt();
        } catch (final NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
            throw new RefusedException("its shape holds %s instead of a number".formatted(given));
        }
        if (length < 1 || configured.isPresent() && configured.get() != length) {
            throw new RefusedException("the model's input has %d pixels along one side, the configuration's 'input: size' says %s"
                    .formatted(length, configured.map(String::valueOf).orElse("nothing")));
        }
        return length;
    }
}
