package org.filterscope.engine.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.filterscope.engine.graph.InvalidNetworkException;

/**
 * An open zip with a model. The file is not trusted: what an entry claims is checked before it is read, entries are only ever found by names
 * that the reader knows, and nothing is unpacked to disk.
 */
public final class ZippedModel implements AutoCloseable {
    private static final int MOST_ENTRIES = 1000;
    private static final long LONGEST_TEXT = 1L << 26;
    /** Weights hardly shrink and descriptions shrink some fifty times; beyond this it is a trap. Small entries may do as they like. */
    private static final long HIGHEST_RATIO = 250;
    private static final long SMALL = 1L << 20;

    private final ZipFile zip;
    private final long length;

    private ZippedModel(final ZipFile zip, final long length) {
        this.zip = zip;
        this.length = length;
    }

    /** @throws InvalidNetworkException when it is no zip, or one with more entries than a model has; the message does not name the file */
    public static ZippedModel open(final Path file) throws InvalidNetworkException {
        try {
            final ZippedModel model = new ZippedModel(new ZipFile(file.toFile()), Files.size(file));
            final int entries = model.zip.size();
            if (entries > MOST_ENTRIES) {
                model.close();
                throw new InvalidNetworkException("the zip has %d entries; a model has a handful".formatted(entries));
            }
            return model;
        } catch (final IOException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    public boolean has(final String name) {
        return zip.getEntry(name) != null;
    }

    /** All entries' names, in the order of the zip's table. */
    public List<String> names() {
        return zip.stream().map(ZipEntry::getName).toList();
    }

    /**
     * An entry whose size can be believed.
     *
     * @return null when there is none of that name
     */
    public ZipEntry entry(final String name) throws InvalidNetworkException {
        final ZipEntry entry = zip.getEntry(name);
        if (entry != null
                && (entry.getSize() < 0 || entry.getSize() > SMALL && entry.getSize() / HIGHEST_RATIO > entry.getCompressedSize())) {
            throw new InvalidNetworkException("%s claims to grow from %d to %d bytes when unpacked; that is no model"
                    .formatted(entry.getName(), entry.getCompressedSize(), entry.getSize()));
        }
        if (entry != null && entry.getCompressedSize() > length) {
            throw new InvalidNetworkException("%s claims to take %d bytes of a file of %d".formatted(entry.getName(), entry.getCompressedSize(),
                    length));
        }
        return entry;
    }

    /** The whole entry as text. */
    public String text(final ZipEntry entry) throws InvalidNetworkException {
        if (entry.getSize() > LONGEST_TEXT) {
            throw new InvalidNetworkException("%s claims to have %d bytes".formatted(entry.getName(), entry.getSize()));
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            return new String(stream.readNBytes((int) entry.getSize()), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw damaged(e);
        }
    }

    /** The entry's bytes; the caller closes them. */
    public InputStream stream(final ZipEntry entry) throws IOException {
        return zip.getInputStream(entry);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (final IOException e) {
            // It was only read: nothing can be lost.
        }
    }

    public static InvalidNetworkException damaged(final Throwable cause) {
        return new InvalidNetworkException("the zip is truncated or damaged", cause);
    }
}
