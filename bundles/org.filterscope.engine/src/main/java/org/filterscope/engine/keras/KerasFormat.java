package org.filterscope.engine.keras;

import java.util.List;

import com.google.gson.JsonPrimitive;

import org.filterscope.engine.graph.Rearrangement.Reshape.Order;
import org.filterscope.engine.read.RefusedException;

/** Where the channels stand in a model's maps. Our own maps always have the channels first. */
enum KerasFormat {
    CHANNELS_LAST("channels_last", 3, List.of(1, 2), Order.CHANNELS_LAST),
    CHANNELS_FIRST("channels_first", 1, List.of(2, 3), Order.CHANNELS_FIRST);

    private static final String SETTING = "data_format";

    private final String word;
    private final int channels;
    private final List<Integer> positions;
    private final Order order;

    KerasFormat(final String word, final int channels, final List<Integer> positions, final Order order) {
        this.word = word;
        this.channels = channels;
        this.positions = positions;
        this.order = order;
    }

    /** Of the whole model: what the layers say that care. */
    static KerasFormat of(final List<KerasLayer> layers) {
        final JsonPrimitive first = new JsonPrimitive(CHANNELS_FIRST.word);
        return layers.stream().anyMatch(layer -> first.equals(layer.config().get(SETTING))) ? CHANNELS_FIRST : CHANNELS_LAST;
    }

    /** Refuses a layer whose maps lie another way than the others'. */
    void require(final KerasSettings settings) throws RefusedException {
        final String told = settings.text(SETTING, CHANNELS_LAST.word);
        if (!told.equals(word)) {
            throw new RefusedException("it takes maps as %s, other layers of the model take them as %s".formatted(told, word));
        }
    }

    /** Whether Flatten makes a vector in the order row, column, channel; of channels-first maps only when it is told that they are. */
    boolean isFlattenedChannelsLast(final KerasSettings settings) throws RefusedException {
        return this == CHANNELS_LAST || settings.text(SETTING, CHANNELS_LAST.word).equals(word);
    }

    /** Dimension of the channels in {@code [image, …]}. */
    int channels() {
        return channels;
    }

    /** Dimensions of the rows and the columns. */
    List<Integer> positions() {
        return positions;
    }

    /** In which reshaping counts off a map's values. */
    Order order() {
        return order;
    }

    /** The same dimension with the numbers that count from the end turned into those from the start. */
    static int dimension(final int axis, final int dimensions) {
        return axis < 0 ? axis + dimensions : axis;
    }
}
