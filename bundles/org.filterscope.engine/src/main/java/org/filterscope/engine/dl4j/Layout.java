package org.filterscope.engine.dl4j;

import java.util.List;
import java.util.Locale;

import org.filterscope.engine.read.RefusedException;

/** Where the channels stand in a network's maps. It only matters where maps become vectors: our own maps always have the channels first. */
enum Layout {
    NCHW, NHWC;

    /** The setting has a name of its own in nearly every layer. */
    private static final List<String> KEYS = List.of("cnn2dDataFormat", "cnn2DFormat", "dataFormat", "format");

    /** Of the whole network; no layer says so in networks older than the setting, all of them channels first. */
    static Layout of(final Dl4jTopology topology) {
        final boolean last = topology.layers().stream().anyMatch(layer -> told(layer.settings()) == NHWC
                || layer.preprocessor().filter(preprocessor -> told(preprocessor.settings()) == NHWC).isPresent());
        return last ? NHWC : NCHW;
    }

    /** Refuses a layer whose maps lie another way than the others'. */
    void require(final Dl4jSettings settings) throws RefusedException {
        if (told(settings) != this) {
            throw new RefusedException("it takes maps as %s, other layers of the network take them as %s".formatted(told(settings), this));
        }
    }

    /** Position of the rows among the dimensions; the columns follow. */
    int rows() {
        return this == NCHW ? 2 : 1;
    }

    /** Position of the channels among the dimensions. */
    int channels() {
        return this == NCHW ? 1 : 3;
    }

    private static Layout told(final Dl4jSettings settings) {
        for (final String key : KEYS) {
            if (settings.find(key).filter(value -> value.isJsonPrimitive()
                    && value.getAsString().toUpperCase(Locale.ROOT).equals(NHWC.name())).isPresent()) {
                return NHWC;
            }
        }
        return NCHW;
    }
}
