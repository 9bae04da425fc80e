package org.filterscope.analysis.maps;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32C;

import org.filterscope.analysis.batch.Ahead;
import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;

/**
 * The maps of one layer, picture after picture, and an index that says where each lies and what its checksum is. Only appended to: what a killed
 * process has not finished is cut off when the file is opened again. For one thread.
 */
final class MapFile implements LayerMaps, Closeable {
    private static final int ENTRY_BYTES = 2 * Long.BYTES;

    private final Shape shape;
    private final int values;
    private final FileChannel data;
    private final FileChannel index;
    private final Path file;
    private final MapEncoding encoding;
    private int pictures;
    private long end;

    MapFile(final Path file, final Shape shape) throws IOException {
        this.file = file;
        this.shape = shape;
        values = Math.toIntExact(shape.size());
        encoding = new MapEncoding(values);
        data = open(file);
        try {
            index = open(file.resolveSibling(file.getFileName() + ".index"));
        } catch (final IOException e) {
            data.close();
            throw e;
        }
        pictures = (int) (index.size() / ENTRY_BYTES);
    }

    private static FileChannel open(final Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** How many pictures are whole, from the first on; those after them may be torn. */
    int whole() throws IOException {
        final SparseMaps maps = new SparseMaps(shape);
        int whole = (int) Math.min(pictures, index.size() / ENTRY_BYTES);
        while (whole > 0) {
            try {
                read(whole - 1, encoding, maps);
                return whole;
            } catch (final IOException e) {
                whole--;
            }
        }
        return 0;
    }

    /** Forgets all pictures from an index on; new ones are then appended there. */
    void cut(final int count) throws IOException {
        final Entry last = count == 0 ? new Entry(0, 0, 0) : entry(count - 1);
        if (!last.isIn(data.size())) {
            throw damaged(null);
        }
        end = last.end();
        pictures = count;
        data.truncate(end);
        index.truncate((long) count * ENTRY_BYTES);
    }

    /** Appends the maps of a batch. */
    void append(final FeatureMaps maps) throws IOException {
        final ByteBuffer entries = ByteBuffer.allocate(maps.images() * ENTRY_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int image = 0; image < maps.images(); image++) {
            final ByteBuffer bytes = encoding.encode(maps.values(), image * values);
            final CRC32C checksum = new CRC32C();
            checksum.update(bytes.array(), 0, bytes.limit());
            entries.putLong(end).putInt(bytes.limit()).putInt((int) checksum.getValue());
            write(data, bytes, end);
            end += bytes.limit();
        }
        write(index, entries.flip(), (long) pictures * ENTRY_BYTES);
        pictures += maps.images();
    }

    private static void write(final FileChannel channel, final ByteBuffer bytes, final long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private record Entry(long start, int length, int checksum) {
        long end() {
            return start + length;
        }

        /** Whether a file of some bytes has room for it; the index may be damaged. */
        boolean isIn(final long size) {
            return start >= 0 && length >= 0 && start <= size - length;
        }
    }

    private Entry entry(final int picture) throws IOException {
        final ByteBuffer bytes = read(index, (long) picture * ENTRY_BYTES, ENTRY_BYTES);
        return new Entry(bytes.getLong(), bytes.getInt(), bytes.getInt());
    }

    /** @throws IOException when the picture's maps are not what was written */
    private void read(final int picture, final MapEncoding decoder, final SparseMaps to) throws IOException {
        final Entry entry = entry(picture);
        if (!entry.isIn(data.size()) || entry.length > 1 + values * (Float.BYTES + 1L)) {
            throw damaged(null);
        }
        final ByteBuffer bytes = read(data, entry.start, entry.length);
        final CRC32C checksum = new CRC32C();
        checksum.update(bytes.array(), 0, bytes.limit());
        if ((int) checksum.getValue() != entry.checksum) {
            throw damaged(null);
        }
        try {
            decoder.decode(bytes, to);
        } catch (final IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private IOException damaged(final Exception cause) {
        final String message = "%s: what was stored there is damaged; run again without resuming".formatted(file);
        return new IOException(message, new InvalidInputException(message, cause));
    }

    private static ByteBuffer read(final FileChannel channel, final long position, final int length) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("the file ends too early");
            }
        }
        return bytes.flip();
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public int pictures() {
        return pictures;
    }

    @Override
    public void forEach(final Visitor visitor) throws IOException {
        final float[] maps = new float[values];
        forEachSparse((picture, present) -> {
            present.write(0, shape.channels(), maps, 0);
            visitor.visit(picture, maps);
        });
    }

    @Override
    public void forEachSparse(final SparseVisitor visitor) throws IOException {
        final SparseMaps[] taken = {new SparseMaps(shape), new SparseMaps(shape)};
        final MapEncoding decoder = new MapEncoding(values);
        Ahead<SparseMaps> next = ahead(0, decoder, taken[0]);
        try {
            for (int picture = 0; picture < pictures; picture++) {
                final SparseMaps maps = taken(next);
                next = ahead(picture + 1, decoder, taken[(picture + 1) % taken.length]);
                visitor.visit(picture, maps);
            }
        } finally {
            // The file may be closed next.
            next.drop();
        }
    }

    /** The next picture is read while the visitor looks at the one before. */
    private Ahead<SparseMaps> ahead(final int picture, final MapEncoding decoder, final SparseMaps to) {
        return new Ahead<>(() -> {
            if (picture < pictures) {
                read(picture, decoder, to);
            }
            return to;
        });
    }

    private static SparseMaps taken(final Ahead<SparseMaps> ahead) throws IOException {
        try {
            return ahead.get();
        } catch (final ExecutionException e) {
            throw (IOException) e.getCause();
        }
    }

    @Override
    public FeatureMaps of(final int... chosen) throws IOException {
        final float[] maps = new float[Math.multiplyExact(chosen.length, values)];
        final SparseMaps sparse = new SparseMaps(shape);
        for (int i = 0; i < chosen.length; i++) {
            read(chosen[i], encoding, sparse);
            sparse.write(0, shape.channels(), maps, i * values);
        }
        return new FeatureMaps(chosen.length, shape, maps);
    }

    @Override
    public void close() throws IOException {
        try (data) {
            index.close();
        }
    }
}
