package org.filterscope.analysis.maps;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * A directory with what some layers said of the pictures of one set, batch by batch, and the checksums of the pictures' files. It outlives the
 * process that writes it: opened again it holds all batches that were finished.
 */
public final class MapStore implements Closeable {
    private static final int DIGEST_BYTES = 32;

    private final Map<String, MapFile> layers = new LinkedHashMap<>();
    private final FileChannel digests;
    private int pictures;

    /**
     * @param directory created when it is not there
     * @param graph     tells the layers' shapes
     * @param names     of the layers, always in the same order
     * @param batch     pictures of a batch; of the stored pictures only whole batches are kept
     * @param all       pictures of the set; when that many are stored the last batch may be a smaller one
     */
    public MapStore(final Path directory, final NetworkGraph graph, final List<String> names, final int batch, final int all)
            throws IOException {
        Files.createDirectories(directory);
        final List<Closeable> opened = new ArrayList<>();
        try {
            digests = FileChannel.open(directory.resolve("digests"), StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            opened.add(digests);
            long whole = Math.min(all, digests.size() / DIGEST_BYTES);
            for (int i = 0; i < names.size(); i++) {
                final MapFile file = new MapFile(directory.resolve("maps-" + i), graph.shape(names.get(i)));
                opened.add(file);
                layers.put(names.get(i), file);
                whole = Math.min(whole, file.whole());
            }
            pictures = (int) (whole == all ? whole : whole - whole % batch);
            for (final MapFile file : layers.values()) {
                file.cut(pictures);
            }
            digests.truncate((long) pictures * DIGEST_BYTES);
        } catch (final IOException e) {
            for (final Closeable resource : opened) {
                resource.close();
            }
            throw e;
        }
    }

    /** How many are stored. */
    public int pictures() {
        return pictures;
    }

    /**
     * Appends a batch.
     *
     * @param maps  of all layers of the store
     * @param files SHA-256 of each picture's file
     */
    public void append(final Map<String, FeatureMaps> maps, final List<byte[]> files) throws IOException {
        for (final Map.Entry<String, MapFile> layer : layers.entrySet()) {
            layer.getValue().append(maps.get(layer.getKey()));
        }
        final ByteBuffer bytes = ByteBuffer.allocate(files.size() * DIGEST_BYTES);
        files.forEach(bytes::put);
        bytes.flip();
        while (bytes.hasRemaining()) {
            digests.write(bytes, (long) pictures * DIGEST_BYTES + bytes.position());
        }
        pictures += files.size();
    }

    /** The stored maps of a layer; valid until the store is closed. */
    public LayerMaps layer(final String name) {
        return layers.get(name);
    }

    /** SHA-256 of a stored picture's file. */
    public byte[] digest(final int picture) throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate(DIGEST_BYTES);
        while (bytes.hasRemaining() && digests.read(bytes, (long) picture * DIGEST_BYTES + bytes.position()) >= 0) {
            continue;
        }
        return bytes.array();
    }

    @Override
    public void close() throws IOException {
        IOException failure = null;
        final List<Closeable> opened = new ArrayList<>(layers.values());
        opened.add(digests);
        for (final Closeable resource : opened) {
            try {
                resource.close();
            } catch (final IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
