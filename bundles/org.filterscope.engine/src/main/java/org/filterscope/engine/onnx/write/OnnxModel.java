package org.filterscope.engine.onnx.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.nd4j.shade.protobuf.CodedOutputStream;
import org.nd4j.shade.protobuf.WireFormat;

import onnx.Onnx.GraphProto;
import onnx.Onnx.ModelProto;
import onnx.Onnx.TensorProto;

/**
 * A finished ONNX model. It is written piece by piece, weights last, so that they are never on the Java heap a second time: protocol buffers may
 * come in pieces, lengths are known beforehand.
 */
public final class OnnxModel {
    /** What one protocol buffer can hold. */
    public static final long LARGEST = Integer.MAX_VALUE;
    private static final int CHUNK = 1 << 14;

    private final byte[] frame;
    private final byte[] nodes;
    private final List<Weights> weights;

    OnnxModel(final ModelProto frame, final GraphProto nodes, final List<Weights> weights) {
        this.frame = frame.toByteArray();
        this.nodes = nodes.toByteArray();
        this.weights = weights;
    }

    /** How many bytes it has; more than {@link #LARGEST} cannot be written. */
    public long size() {
        return frame.length + field(ModelProto.GRAPH_FIELD_NUMBER, graphSize());
    }

    /** The whole model in memory outside the Java heap. */
    public ByteBuffer toDirectBuffer() {
        final ByteBuffer buffer = ByteBuffer.allocateDirect(Math.toIntExact(size()));
        try {
            writeTo(CodedOutputStream.newInstance(buffer));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.rewind();
    }

    void writeTo(final CodedOutputStream out) throws IOException {
        out.writeRawBytes(frame);
        begin(out, ModelProto.GRAPH_FIELD_NUMBER, graphSize());
        out.writeRawBytes(nodes);
        for (final Weights each : weights) {
            final byte[] description = each.description();
            begin(out, GraphProto.INITIALIZER_FIELD_NUMBER, tensorSize(each, description));
            out.writeRawBytes(description);
            begin(out, TensorProto.RAW_DATA_FIELD_NUMBER, each.size() * Float.BYTES);
            write(out, each.values().get());
        }
        out.flush();
    }

    private long graphSize() {
        return nodes.length + weights.stream().mapToLong(
                each -> field(GraphProto.INITIALIZER_FIELD_NUMBER, tensorSize(each, each.description()))).sum();
    }

    private static long tensorSize(final Weights weights, final byte[] description) {
        return description.length + field(TensorProto.RAW_DATA_FIELD_NUMBER, weights.size() * Float.BYTES);
    }

    /** How long a field with so many bytes is. */
    private static long field(final int number, final long bytes) {
        return CodedOutputStream.computeTagSize(number) + CodedOutputStream.computeUInt64SizeNoTag(bytes) + bytes;
    }

    private static void begin(final CodedOutputStream out, final int number, final long bytes) throws IOException {
        out.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
        out.writeUInt64NoTag(bytes);
    }

    private static void write(final CodedOutputStream out, final float[] values) throws IOException {
        final ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int start = 0; start < values.length; start += CHUNK) {
            final int length = Math.min(CHUNK, values.length - start);
            chunk.asFloatBuffer().put(values, start, length);
            out.writeRawBytes(chunk.array(), 0, length * Float.BYTES);
        }
    }
}
