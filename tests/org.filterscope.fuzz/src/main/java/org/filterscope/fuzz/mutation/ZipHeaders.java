package org.filterscope.fuzz.mutation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes the headers of a zip lie: about sizes, checksums, methods, flags and where entries lie. */
public final class ZipHeaders implements Mutator {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    /** Where numbers stand behind the signature, by the format's specification (PKWARE, APPNOTE.TXT, section 4.3). */
    private static final int[] LOCAL_FIELDS = {6, 8, 14, 18, 22, 26, 28};
    private static final int[] CENTRAL_FIELDS = {8, 10, 16, 20, 24, 28, 30, 32, 42};
    private static final int[] END_FIELDS = {8, 10, 12, 16, 20};

    @Override
    public byte[] mutate(final byte[] file, final byte[] other, final RandomGenerator random) {
        final ByteBuffer zip = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        final List<Integer> fields = fields(zip);
        if (fields.isEmpty()) {
            return Bytes.any(file, other, random);
        }
        final int at = fields.get(random.nextInt(fields.size()));
        final long number = random.nextBoolean() ? Extremes.number(random) : random.nextInt(2 * file.length);
        if (at + Integer.BYTES <= file.length && random.nextInt(3) != 0) {
            zip.putInt(at, (int) number);
        } else if (at + Short.BYTES <= file.length) {
            zip.putShort(at, (short) number);
        }
        return zip.array();
    }

    private static List<Integer> fields(final ByteBuffer zip) {
        final List<Integer> fields = new ArrayList<>();
        for (int at = 0; at + Integer.BYTES <= zip.limit(); at++) {
            final int[] offsets = switch (zip.getInt(at)) {
                case LOCAL -> LOCAL_FIELDS;
                case CENTRAL -> CENTRAL_FIELDS;
                case END -> END_FIELDS;
                default -> new int[0];
            };
            for (final int offset : offsets) {
                fields.add(at + offset);
            }
        }
        return fields;
    }
}
