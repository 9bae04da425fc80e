package org.filterscope.core.graph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where a part of a graph file lies.
 *
 * @param name     1 to 16 characters of ASCII
 * @param checksum CRC-32C of its bytes
 */
record Section(String name, long offset, long length, int checksum) {

    long end() {
        return offset + length;
    }

    void encode(final ByteBuffer entries) {
        entries.put(Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), GraphFormat.NAME_BYTES));
        entries.putLong(offset).putLong(length).putInt(checksum).putInt(0);
    }

    static Section decode(final ByteBuffer entries) {
        final byte[] name = new byte[GraphFormat.NAME_BYTES];
        entries.get(name);
        final Section section = new Section(new String(name, StandardCharsets.US_ASCII).replaceFirst("\0+$", ""), entries.getLong(),
                entries.getLong(), entries.getInt());
        entries.getInt();
        return section;
    }
}
