package org.filterscope.core.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;

import org.filterscope.core.report.InvalidReportException;

/** Reads the parts of a file of which nothing is believed before it was checked. */
final class SectionReader {
    private static final int CHUNK_BYTES = 1 << 20;

    private final Path file;
    private final long length;
    private final StoredBytes.Reading reading;

    /** Takes a record from a buffer. */
    @FunctionalInterface
    interface RecordReader {
        void read(ByteBuffer bytes) throws InvalidReportException;
    }

    SectionReader(final Path file, final long length, final StoredBytes.Reading reading) {
        this.file = file;
        this.length = length;
        this.reading = reading;
    }

    /** The sections and where their table ends. */
    record Table(Map<String, Section> sections, long end) {
    }

    Table table() throws IOException, InvalidReportException {
        if (length < GraphFormat.HEADER_BYTES) {
            throw new InvalidReportException("%s: is not a graph file of Filterscope".formatted(file));
        }
        final ByteBuffer header = read(0, GraphFormat.HEADER_BYTES);
        final long magic = header.getLong();
        if (magic == 0) {
            throw new InvalidReportException("%s: was never finished; run the diagnosis again".formatted(file));
        }
        if (magic != GraphFormat.MAGIC) {
            throw new InvalidReportException("%s: is not a graph file of Filterscope".formatted(file));
        }
        final int version = header.getInt();
        if (version != GraphFormat.VERSION) {
            throw new InvalidReportException("%s: the graph file has version %s, this Filterscope reads version %d; run the diagnosis again"
                    .formatted(file, Integer.toUnsignedString(version), GraphFormat.VERSION));
        }
        final int count = header.getInt();
        final long offset = header.getLong();
        final int checksum = header.getInt();
        require(header.getInt() == checksum(header, GraphFormat.CHECKED_BYTES), "its header has another checksum than it says");
        require(count >= 0 && count <= GraphFormat.MOST_SECTIONS && offset >= GraphFormat.HEADER_BYTES
                && offset <= length - (long) count * GraphFormat.ENTRY_BYTES, "its table of %d sections does not lie in the file", count);
        final ByteBuffer entries = read(offset, count * GraphFormat.ENTRY_BYTES);
        require(checksum(entries, entries.limit()) == checksum, "its table of sections has another checksum than it says");
        final Map<String, Section> sections = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            final Section section = Section.decode(entries);
            require(section.offset() >= GraphFormat.HEADER_BYTES && section.offset() % GraphFormat.ALIGNMENT == 0 && section.length() >= 0
                    && section.offset() <= length && section.length() <= length - section.offset(), "section '%s' does not lie in the file",
                    section.name());
            require(sections.put(section.name(), section) == null, "section '%s' is there twice", section.name());
        }
        return new Table(sections, offset + (long) count * GraphFormat.ENTRY_BYTES);
    }

    /** The bytes of a small section, with the checksum that it says. */
    ByteBuffer whole(final Section section, final int least, final int most) throws IOException, InvalidReportException {
        require(section.length() >= least && section.length() <= most, "section '%s' has %d bytes, expected %d to %d", section.name(),
                section.length(), least, most);
        final ByteBuffer bytes = read(section.offset(), (int) section.length());
        require(checksum(bytes, bytes.limit()) == section.checksum(), "section '%s' has another checksum than it says", section.name());
        return bytes;
    }

    /** The first bytes of a section, of which no checksum is known. */
    ByteBuffer start(final Section section, final int bytes) throws IOException, InvalidReportException {
        require(section.length() >= bytes, "section '%s' has %d bytes, expected %d or more", section.name(), section.length(), bytes);
        return read(section.offset(), bytes);
    }

    /** Reads all records of a section after its checksum was found right. */
    void records(final Section section, final int recordBytes, final RecordReader reader) throws IOException, InvalidReportException {
        verify(section);
        final int chunk = CHUNK_BYTES / recordBytes * recordBytes;
        for (long at = 0; at < section.length(); at += chunk) {
            final ByteBuffer bytes = read(section.offset() + at, (int) Math.min(chunk, section.length() - at));
            while (bytes.hasRemaining()) {
                reader.read(bytes);
            }
        }
    }

    /** @throws InvalidReportException when a section has another checksum than it says */
    void verify(final Section section) throws IOException, InvalidReportException {
        final CRC32C checksum = new CRC32C();
        for (long at = 0; at < section.length(); at += CHUNK_BYTES) {
            checksum.update(read(section.offset() + at, (int) Math.min(CHUNK_BYTES, section.length() - at)));
        }
        require((int) checksum.getValue() == section.checksum(), "section '%s' has another checksum than it says", section.name());
    }

    private ByteBuffer read(final long position, final int bytes) throws IOException {
        final ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        reading.read(position, buffer);
        return buffer.flip();
    }

    private static int checksum(final ByteBuffer bytes, final int count) {
        final CRC32C checksum = new CRC32C();
        checksum.update(bytes.array(), 0, count);
        return (int) checksum.getValue();
    }

    /** @param finding what is wrong unless the condition holds */
    void require(final boolean condition, final String finding, final Object... values) throws InvalidReportException {
        if (!condition) {
            throw damaged(finding.formatted(values), null);
        }
    }

    InvalidReportException damaged(final String finding, final Exception cause) {
        return new InvalidReportException("%s: is damaged: %s; run the diagnosis again".formatted(file, finding), cause);
    }
}
