package org.filterscope.engine.onnx.read;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataLocation;
import onnx.Onnx.TensorProto.DataType;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.onnx.read.Constant.Floats;
import org.filterscope.engine.onnx.read.Constant.Integers;
import org.filterscope.engine.read.PlaceNumbers;

/** Decodes tensors: typed fields, raw bytes (always little-endian) or bytes in a file of their own. Real numbers become float32. */
final class TensorValues {
    private final ExternalData external;
    private final Map<String, Integer> numbered;

    TensorValues(final ExternalData external) {
        this(external, Map.of());
    }

    /** @param numbered by a tensor's name, the number of its first value's place, for tensors whose places are wanted instead of their values */
    TensorValues(final ExternalData external, final Map<String, Integer> numbered) {
        this.external = external;
        this.numbered = numbered;
    }

    /** @throws InvalidNetworkException when there are not as many values as the shape says, or they are of a kind that networks do not need */
    Constant read(final TensorProto tensor) throws InvalidNetworkException {
        final DataType type = DataType.forNumber(tensor.getDataType());
        final int width = type == null ? 0 : width(type);
        if (width == 0 || tensor.hasSegment()) {
            throw new InvalidNetworkException("the weights '%s' are of the type %s, which is not supported".formatted(
                    LayerNames.clean(tensor.getName()), type == null ? tensor.getDataType() : type));
        }
        final List<Integer> dims = dims(tensor);
        if (numbered.containsKey(tensor.getName())) {
            return new Floats(dims, PlaceNumbers.from(numbered.get(tensor.getName()), dims).values());
        }
        final boolean outside = tensor.getDataLocation() == DataLocation.EXTERNAL;
        if (!outside && tensor.getRawData().isEmpty()) {
            return typed(tensor, type, dims);
        }
        final ByteBuffer bytes = (outside ? external.bytes(tensor) : tensor.getRawData().asReadOnlyByteBuffer()).order(ByteOrder.LITTLE_ENDIAN);
        final int size = size(tensor, dims, bytes.remaining() / width, bytes.remaining() % width == 0);
        return isReal(type) ? new Floats(dims, reals(bytes, type, size)) : new Integers(dims, integers(size, i -> integer(bytes, type, i)));
    }

    /** Bytes of one value; 0 for kinds that are not supported. */
    private static int width(final DataType type) {
        return switch (type) {
            case BOOL, INT8, UINT8 -> 1;
            case FLOAT16, BFLOAT16, INT16, UINT16 -> 2;
            case FLOAT, INT32, UINT32 -> 4;
            case DOUBLE, INT64, UINT64 -> 8;
            default -> 0;
        };
    }

    /** Whether these are real numbers of a kind that can be read. */
    boolean isReal(final TensorProto tensor) {
        final DataType type = DataType.forNumber(tensor.getDataType());
        return type != null && isReal(type) && !tensor.hasSegment();
    }

    private static boolean isReal(final DataType type) {
        return type == DataType.FLOAT || type == DataType.DOUBLE || type == DataType.FLOAT16 || type == DataType.BFLOAT16;
    }

    private static Constant typed(final TensorProto tensor, final DataType type, final List<Integer> dims) throws InvalidNetworkException {
        return switch (type) {
            case FLOAT -> {
                final int size = size(tensor, dims, tensor.getFloatDataCount(), true);
                yield new Floats(dims, floats(size, tensor::getFloatData));
            }
            case DOUBLE -> {
                final int size = size(tensor, dims, tensor.getDoubleDataCount(), true);
                yield new Floats(dims, floats(size, i -> (float) tensor.getDoubleData(i)));
            }
            case FLOAT16 -> {
                final int size = size(tensor, dims, tensor.getInt32DataCount(), true);
                yield new Floats(dims, floats(size, i -> Float.float16ToFloat((short) tensor.getInt32Data(i))));
            }
            case BFLOAT16 -> {
                final int size = size(tensor, dims, tensor.getInt32DataCount(), true);
                yield new Floats(dims, floats(size, i -> Float.intBitsToFloat(tensor.getInt32Data(i) << 16)));
            }
            case INT64 -> new Integers(dims, integers(size(tensor, dims, tensor.getInt64DataCount(), true), tensor::getInt64Data));
            case UINT32, UINT64 -> new Integers(dims, integers(size(tensor, dims, tensor.getUint64DataCount(), true), tensor::getUint64Data));
            default -> new Integers(dims, integers(size(tensor, dims, tensor.getInt32DataCount(), true), tensor::getInt32Data));
        };
    }

    private static float[] reals(final ByteBuffer bytes, final DataType type, final int size) {
        if (type == DataType.FLOAT) {
            final float[] values = new float[size];
            bytes.asFloatBuffer().get(values);
            return values;
        }
        final int start = bytes.position();
        return switch (type) {
            case DOUBLE -> floats(size, i -> (float) bytes.getDouble(start + 8 * i));
            case FLOAT16 -> floats(size, i -> Float.float16ToFloat(bytes.getShort(start + 2 * i)));
            default -> floats(size, i -> Float.intBitsToFloat(bytes.getShort(start + 2 * i) << 16));
        };
    }

    private static long integer(final ByteBuffer bytes, final DataType type, final int index) {
        final int place = bytes.position() + width(type) * index;
        return switch (type) {
            case INT64, UINT64 -> bytes.getLong(place);
            case INT32 -> bytes.getInt(place);
            case UINT32 -> Integer.toUnsignedLong(bytes.getInt(place));
            case INT16 -> bytes.getShort(place);
            case UINT16 -> Short.toUnsignedInt(bytes.getShort(place));
            case INT8 -> bytes.get(place);
            default -> Byte.toUnsignedInt(bytes.get(place));
        };
    }

    /** Gets the value at a place. */
    private interface FloatAt {
        float get(int index);
    }

    private static float[] floats(final int size, final FloatAt source) {
        final float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = source.get(i);
        }
        return values;
    }

    private static long[] integers(final int size, final IntToLongFunction source) {
        final long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = source.applyAsLong(i);
        }
        return values;
    }

    private static List<Integer> dims(final TensorProto tensor) throws InvalidNetworkException {
        for (final long dim : tensor.getDimsList()) {
            if (dim < 0 || dim > Integer.MAX_VALUE) {
                throw new InvalidNetworkException("the weights '%s' have the impossible length %d"
                        .formatted(LayerNames.clean(tensor.getName()), dim));
            }
        }
        return tensor.getDimsList().stream().map(Long::intValue).toList();
    }

    private static int size(final TensorProto tensor, final List<Integer> dims, final int found, final boolean whole)
            throws InvalidNetworkException {
        long size = 1;
        for (final int dim : dims) {
            size = dim != 0 && size > Integer.MAX_VALUE / dim ? Integer.MAX_VALUE + 1L : size * dim;
        }
        if (size != found || !whole) {
            throw new InvalidNetworkException("the weights '%s' have the shape %s, but the file has %d values for them"
                    .formatted(LayerNames.clean(tensor.getName()), dims, found));
        }
        return found;
    }
}
