package org.filterscope.fuzz.mutation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message of protocol buffers as its fields, without knowing what they mean.
 * Source: the encoding guide of protocol buffers, https://protobuf.dev/programming-guides/encoding/.
 */
final class Wire {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int LENGTH = 2;
    private static final int FOUR_BYTES = 5;
    private static final int KIND_BITS = 3;
    private static final int LONGEST_VARINT = 10;

    /**
     * @param number  of the field
     * @param kind    of its value: 0, 1, 2 or 5
     * @param content of the value, without a length; a varint as it is
     */
    record Field(int number, int kind, byte[] content) {

        static Field varint(final int number, final long value) {
            return new Field(number, VARINT, Wire.varint(value));
        }

        Field with(final byte[] other) {
            return new Field(number, kind, other);
        }

        boolean isVarint() {
            return kind == VARINT;
        }

        boolean hasLength() {
            return kind == LENGTH;
        }
    }

    private final byte[] bytes;
    private int at;

    private Wire(final byte[] bytes) {
        this.bytes = bytes;
    }

    /** @return empty when the bytes are no message */
    static Optional<List<Field>> read(final byte[] message) {
        final Wire wire = new Wire(message);
        final List<Field> fields = new ArrayList<>();
        while (wire.at < message.length) {
            final Optional<Field> field = wire.field();
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
        }
        return Optional.of(fields);
    }

    private Optional<Field> field() {
        final long tag = varint();
        final int number = (int) (tag >>> KIND_BITS);
        final int kind = (int) tag & (1 << KIND_BITS) - 1;
        if (tag < 0 || number < 1 || number > 100) {
            return Optional.empty();
        }
        final int from = at;
        final long length = switch (kind) {
            case VARINT -> varint() < 0 && at > bytes.length ? -1 : at - from;
            case EIGHT_BYTES -> Long.BYTES;
            case FOUR_BYTES -> Integer.BYTES;
            case LENGTH -> varint();
            default -> -1;
        };
        final int start = kind == LENGTH ? at : from;
        if (length < 0 || length > bytes.length - start) {
            return Optional.empty();
        }
        at = start + (int) length;
        return Optional.of(new Field(number, kind, Chunks.part(bytes, start, at)));
    }

    /** Negative where the bytes end too early. */
    private long varint() {
        long value = 0;
        for (int i = 0; i < LONGEST_VARINT; i++) {
            if (at >= bytes.length) {
                at = bytes.length + 1;
                return -1;
            }
            final byte next = bytes[at++];
            value |= (long) (next & 0x7f) << 7 * i;
            if (next >= 0) {
                return value;
            }
        }
        return value;
    }

    static byte[] varint(final long number) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
        return out.toByteArray();
    }

    static byte[] write(final List<Field> fields) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (final Field field : fields) {
            out.writeBytes(varint((long) field.number() << KIND_BITS | field.kind()));
            if (field.hasLength()) {
                out.writeBytes(varint(field.content().length));
            }
            out.writeBytes(field.content());
        }
        return out.toByteArray();
    }
}
