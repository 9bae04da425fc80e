package org.filterscope.ui.content;

/**
 * The first bytes of what may be an ONNX model: protocol buffers have no signature, but the fields of the message {@code ModelProto} of onnx.proto stand in
 * the order of their numbers, the version first, and the graph comes before anything large.
 */
final class OnnxBeginning {
    private static final int IR_VERSION = 1;
    private static final int MODEL_VERSION = 5;
    private static final int GRAPH = 7;
    private static final int OPSET = 8;
    private static final int HIGHEST_IR_VERSION = 100;
    private static final int VARINT = 0;
    private static final int BYTES = 2;

    private final byte[] bytes;
    private int at;

    OnnxBeginning(final byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isModel() {
        boolean version = false;
        while (at < bytes.length) {
            final long tag = varint();
            final int field = (int) (tag >>> 3);
            final int wire = (int) (tag & 7);
            if (wire != (field == IR_VERSION || field == MODEL_VERSION ? VARINT : BYTES) || field < IR_VERSION || field > OPSET) {
                return false;
            }
            final long value = varint();
            if (value < 0) {
                return false;
            }
            if (field == IR_VERSION) {
                version = value >= 1 && value <= HIGHEST_IR_VERSION;
            } else if (field == GRAPH) {
                // Its first field is a node, or its name where it has none.
                return version && value > 0 && at < bytes.length && (bytes[at] == 0x0a || bytes[at] == 0x12);
            } else if (wire == BYTES) {
                at = (int) Math.min(bytes.length, at + value);
            }
        }
        return false;
    }

    /** Negative where there is none. */
    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE - 1 && at < bytes.length; shift += 7) {
            final byte next = bytes[at++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        return -1;
    }
}
