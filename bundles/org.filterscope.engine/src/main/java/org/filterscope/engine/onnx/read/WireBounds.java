package org.filterscope.engine.onnx.read;

import java.io.IOException;
import java.util.Map;

import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.WireFormat;

/**
 * Counts the entries of a model before objects are made of them: an entry of two bytes becomes an object fifty times its size. Networks have
 * thousands of entries.
 */
final class WireBounds {
    static final int MOST_ENTRIES = 1_000_000;
    private static final int DEEPEST = 50;

    /** Messages of the ONNX format, with the numbers of the fields that hold further messages with many entries. */
    private enum Message {
        MODEL, TRAINING, FUNCTION, GRAPH, NODE, ATTRIBUTE, VALUE, TYPE, ARRAY, SHAPE, LEAF;

        Map<Integer, Message> fields() {
            return switch (this) {
                case MODEL -> Map.of(7, GRAPH, 20, TRAINING, 25, FUNCTION);
                case TRAINING -> Map.of(1, GRAPH, 2, GRAPH);
                case FUNCTION -> Map.of(7, NODE, 11, ATTRIBUTE, 12, VALUE);
                case GRAPH -> Map.of(1, NODE, 5, LEAF, 11, VALUE, 12, VALUE, 13, VALUE);
                case NODE -> Map.of(5, ATTRIBUTE);
                case ATTRIBUTE -> Map.of(5, LEAF, 6, GRAPH, 10, LEAF, 11, GRAPH);
                case VALUE -> Map.of(2, TYPE);
                case TYPE -> Map.of(1, ARRAY);
                case ARRAY -> Map.of(2, SHAPE);
                case SHAPE -> Map.of(1, LEAF);
                case LEAF -> Map.of();
            };
        }
    }

    private final CodedInputStream stream;
    private int entries;

    private WireBounds(final CodedInputStream stream) {
        this.stream = stream;
    }

    /** Whether the model has at most {@link #MOST_ENTRIES} entries. */
    static boolean hold(final CodedInputStream model) throws IOException {
        final WireBounds bounds = new WireBounds(model);
        bounds.walk(Message.MODEL, 0);
        return bounds.entries <= MOST_ENTRIES;
    }

    private void walk(final Message message, final int depth) throws IOException {
        while (entries <= MOST_ENTRIES) {
            final int tag = stream.readTag();
            if (tag == 0) {
                return;
            }
            entries++;
            final Message inner = message.fields().get(WireFormat.getTagFieldNumber(tag));
            if (inner == null || WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED || depth == DEEPEST) {
                stream.skipField(tag);
            } else {
                final int outer = stream.pushLimit(stream.readRawVarint32());
                walk(inner, depth + 1);
                if (entries <= MOST_ENTRIES) {
                    stream.checkLastTagWas(0);
                    stream.popLimit(outer);
                }
            }
        }
    }
}
