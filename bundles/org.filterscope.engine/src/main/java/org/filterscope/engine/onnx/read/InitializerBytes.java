package org.filterscope.engine.onnx.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import onnx.Onnx.TensorProto.DataType;
import org.filterscope.engine.read.NumberEncoding;
import org.nd4j.shade.protobuf.CodedInputStream;
import org.nd4j.shade.protobuf.WireFormat;

/** Finds where in an ONNX file the values of each initializer lie; the parsed model does not tell. The file has been parsed before. */
final class InitializerBytes {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;

    private final CodedInputStream stream;
    private final List<Span> spans = new ArrayList<>();

    private InitializerBytes(final CodedInputStream stream) {
        this.stream = stream;
    }

    /**
     * Bytes of an initializer's values.
     *
     * @param field  of the tensor that holds them; 0 when there is none, or several, so that they do not lie side by side
     * @param offset in bytes from the start of the file
     * @param length in bytes
     */
    record Span(int field, long offset, int length) {
        private static final int FLOATS = 4;
        private static final int RAW = 9;
        private static final int DOUBLES = 10;

        /** How each value is stored, if it can be overwritten. */
        Optional<NumberEncoding> encoding(final int type) {
            final NumberEncoding encoding = switch (DataType.forNumber(type)) {
                case FLOAT -> field == FLOATS || field == RAW ? NumberEncoding.FLOAT : null;
                case DOUBLE -> field == DOUBLES || field == RAW ? NumberEncoding.DOUBLE : null;
                case FLOAT16 -> field == RAW ? NumberEncoding.HALF : null;
                case BFLOAT16 -> field == RAW ? NumberEncoding.BFLOAT16 : null;
                case null, default -> null;
            };
            return Optional.ofNullable(encoding);
        }

        boolean holds(final int count, final NumberEncoding encoding) {
            return length == (long) count * encoding.size();
        }

        private static boolean isValues(final int field) {
            return field == FLOATS || field == RAW || field == DOUBLES;
        }
    }

    /** In the order of the initializers. */
    static List<Span> of(final CodedInputStream model) throws IOException {
        final InitializerBytes bytes = new InitializerBytes(model);
        bytes.each(GRAPH, () -> bytes.each(INITIALIZER, bytes::initializer));
        return bytes.spans;
    }

    /** What to do inside of a message. */
    private interface Inside {
        void walk() throws IOException;
    }

    private void each(final int field, final Inside inside) throws IOException {
        for (int tag = stream.readTag(); tag != 0; tag = stream.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == field && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                final int outer = stream.pushLimit(stream.readRawVarint32());
                inside.walk();
                stream.popLimit(outer);
            } else {
                stream.skipField(tag);
            }
        }
    }

    private void initializer() throws IOException {
        Span span = new Span(0, 0, 0);
        int found = 0;
        for (int tag = stream.readTag(); tag != 0; tag = stream.readTag()) {
            final int field = WireFormat.getTagFieldNumber(tag);
            if (Span.isValues(field)) {
                found++;
            }
            if (Span.isValues(field) && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                final int length = stream.readRawVarint32();
                span = new Span(field, stream.getTotalBytesRead(), length);
                stream.skipRawBytes(length);
            } else {
                stream.skipField(tag);
            }
        }
        spans.add(found == 1 ? span : new Span(0, 0, 0));
    }
}
