package org.filterscope.engine.dl4j;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.read.NumberEncoding;

/**
 * What stands before the values of each of the two buffers that make an array in ND4J's stream format: one with the shape, one with the
 * values.
 *
 * @param length how many values follow
 * @param type   of each value, a word of ND4J: {@code FLOAT}
 */
record ArrayHeader(long length, String type) {
    /** How old versions say where the buffer lay in memory; they count in 32 bits. */
    private static final Set<String> OLD = Set.of("DIRECT", "HEAP", "JAVACPP");
    private static final Set<String> NEW = Set.of("LONG_SHAPE", "MIXED_DATA_TYPES");
    private static final Map<String, Integer> SIZES = Map.of("DOUBLE", 8, "LONG", 8, "FLOAT", 4, "INT", 4, "HALF", 2, "BFLOAT16", 2);
    /** ND4J's arrays have at most 32 dimensions: rank, shape, strides and three more numbers. */
    private static final int LONGEST_SHAPE = 2 * 32 + 4;

    static ArrayHeader read(final DataInputStream data) throws IOException, InvalidNetworkException {
        final String allocation = data.readUTF();
        if (!OLD.contains(allocation) && !NEW.contains(allocation)) {
            throw new InvalidNetworkException("the weights are not an array of ND4J");
        }
        final long length = OLD.contains(allocation) ? data.readInt() : data.readLong();
        final ArrayHeader header = new ArrayHeader(length, data.readUTF());
        if (length < 0) {
            throw new InvalidNetworkException("the weights claim to be %d values".formatted(length));
        }
        return header;
    }

    /** Bytes a value. */
    int size() throws InvalidNetworkException {
        final Integer size = SIZES.get(type);
        if (size == null) {
            throw new InvalidNetworkException("the weights are stored as %s, which is not supported".formatted(type));
        }
        return size;
    }

    /** How each value is stored. */
    NumberEncoding encoding() throws InvalidNetworkException {
        return switch (type) {
            case "FLOAT" -> NumberEncoding.FLOAT;
            case "DOUBLE" -> NumberEncoding.DOUBLE;
            case "HALF" -> NumberEncoding.HALF;
            case "BFLOAT16" -> NumberEncoding.BFLOAT16;
            default -> throw new InvalidNetworkException("the weights are stored as %s; expected floating-point numbers".formatted(type));
        };
    }

    /** Reads over the shape's values: a row of parameters needs no more than its length. */
    void skipShape(final DataInputStream data) throws IOException, InvalidNetworkException {
        if (length > LONGEST_SHAPE || !type.equals("INT") && !type.equals("LONG")) {
            throw new InvalidNetworkException("the weights' shape has %d numbers of type %s; that is no array".formatted(length, type));
        }
        data.skipNBytes(length * size());
    }
}
