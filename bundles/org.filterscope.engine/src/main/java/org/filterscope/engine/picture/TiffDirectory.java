package org.filterscope.engine.picture;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStream;

/**
 * The first directory of a TIFF file. Entries are only accepted when their values lie inside the file and all together are not larger than it, so
 * whoever reads them afterwards cannot be made to allocate more.
 */
final class TiffDirectory {
    private static final int BIG = 43;
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    /**
     * @param at    where the entry stands
     * @param type  of the values
     * @param count how many there are
     * @param value where the first stands
     */
    record Entry(long at, int type, long count, long value) {
    }

    private final ImageInputStream stream;
    private final Map<Integer, Entry> entries;
    private final long next;
    private final boolean big;

    private TiffDirectory(final ImageInputStream stream, final Map<Integer, Entry> entries, final long next, final boolean big) {
        this.stream = stream;
        this.entries = entries;
        this.next = next;
        this.big = big;
    }

    /** @param stream starts with the byte order; stays in it */
    static TiffDirectory read(final ImageInputStream stream) throws IOException {
        final long length = stream.length();
        stream.seek(0);
        stream.setByteOrder(stream.readByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        stream.readByte();
        final boolean big = stream.readUnsignedShort() == BIG;
        if (big) {
            stream.readInt();
        }
        final int width = big ? Long.BYTES : Integer.BYTES;
        final long start = offset(stream, big);
        if (start < 0 || start >= length) {
            throw new EOFException();
        }
        stream.seek(start);
        final long count = big ? stream.readLong() : stream.readUnsignedShort();
        final int entryLength = 4 + 2 * width;
        if (count < 0 || count > (length - stream.getStreamPosition()) / entryLength) {
            throw new EOFException();
        }
        final Map<Integer, Entry> entries = new HashMap<>();
        final long first = stream.getStreamPosition();
        long room = length;
        for (long at = first; at < first + count * entryLength; at += entryLength) {
            stream.seek(at);
            final int tag = stream.readUnsignedShort();
            final int type = stream.readUnsignedShort();
            final long values = offset(stream, big);
            final int size = type < SIZES.length ? SIZES[type] : 0;
            if (size == 0) {
                continue;
            }
            if (values < 0 || values > room / size) {
                throw new IIOException("the entries of its directory claim more bytes than the file has");
            }
            room -= values * size;
            final long value = values * size > width ? offset(stream, big) : at + 4 + width;
            if (value < 0 || value > length - values * size) {
                throw new EOFException();
            }
            entries.put(tag, new Entry(at, type, values, value));
        }
        return new TiffDirectory(stream, entries, first + count * entryLength, big);
    }

    boolean big() {
        return big;
    }

    boolean has(final int tag) {
        return entries.containsKey(tag);
    }

    /** How many values the tag has; 0 without it. */
    long count(final int tag) {
        return has(tag) ? entries.get(tag).count() : 0;
    }

    /** The first value of a tag. */
    long number(final int tag, final long otherwise) throws IOException {
        return count(tag) > 0 ? value(tag, 0) : otherwise;
    }

    /** @param index below {@link #count} */
    long value(final int tag, final int index) throws IOException {
        final Entry entry = entries.get(tag);
        stream.seek(entry.value() + (long) index * SIZES[entry.type()]);
        return switch (entry.type()) {
            case 1 -> stream.readUnsignedByte();
            case 3 -> stream.readUnsignedShort();
            case 4 -> stream.readUnsignedInt();
            case 16 -> stream.readLong();
            default -> throw new IIOException("tag %d has values of type %d; expected whole numbers".formatted(tag, entry.type()));
        };
    }

    /** The file without its other pictures: without a next directory, and with the tags renamed to one that means nothing. */
    byte[] alone(final byte[] bytes, final int... tags) {
        final byte[] changed = bytes.clone();
        for (int i = 0; i < (big ? Long.BYTES : Integer.BYTES) && next + i < changed.length; i++) {
            changed[(int) next + i] = 0;
        }
        for (final int tag : tags) {
            if (has(tag)) {
                final int at = (int) entries.get(tag).at();
                changed[at] = 0;
                changed[at + 1] = 0;
            }
        }
        return changed;
    }

    private static long offset(final ImageInputStream stream, final boolean big) throws IOException {
        return big ? stream.readLong() : stream.readUnsignedInt();
    }
}
