package org.filterscope.engine.dl4j;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.filterscope.engine.graph.InvalidNetworkException;

/**
 * An open zip as Deeplearning4j's ModelSerializer writes it. The file is not trusted: what an entry claims is checked before it is read.
 * Entries other than the configuration and the coefficients are never touched; some of them are serialised Java objects.
 */
final class Dl4jFile implements AutoCloseable {
    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";
    private static final String WITHOUT_COEFFICIENTS = "noParams.marker";

    private static final int MOST_ENTRIES = 1000;
    private static final long LONGEST_CONFIGURATION = 1L << 26;
    /** Weights hardly shrink and descriptions shrink some fifty times; beyond this it is a trap. Small entries may do as they like. */
    private static final long HIGHEST_RATIO = 250;
    private static final long SMALL = 1L << 20;

    private final ZipFile zip;

    private Dl4jFile(final ZipFile zip) {
        this.zip = zip;
    }

    static Dl4jFile open(final Path file) throws InvalidNetworkException {
        try {
            final Dl4jFile model = new Dl4jFile(new ZipFile(file.toFile()));
            if (model.zip.size() > MOST_ENTRIES) {
                model.close();
                throw new InvalidNetworkException("the zip has %d entries; a model has a handful".formatted(model.zip.size()));
            }
            return model;
        } catch (final IOException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    /** The model's description, JSON. */
    String configuration() throws InvalidNetworkException {
        final ZipEntry entry = zip.getEntry(CONFIGURATION);
        if (entry == null) {
            throw new InvalidNetworkException("the zip holds no Deeplearning4j model (no %s)".formatted(CONFIGURATION));
        }
        check(entry);
        if (entry.getSize() > LONGEST_CONFIGURATION) {
            throw new InvalidNetworkException("%s claims to have %d bytes".formatted(CONFIGURATION, entry.getSize()));
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            return new String(stream.readNBytes((int) entry.getSize()), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw damaged(e);
        }
    }

    /** All parameters of all layers, one after the other; the caller closes them. */
    Coefficients coefficients() throws InvalidNetworkException {
        if (zip.getEntry(WITHOUT_COEFFICIENTS) != null) {
            return Coefficients.none();
        }
        final ZipEntry entry = zip.getEntry(COEFFICIENTS);
        if (entry == null) {
            throw new InvalidNetworkException("the model has no weights (no %s)".formatted(COEFFICIENTS));
        }
        check(entry);
        try {
            return Coefficients.read(zip.getInputStream(entry), entry.getSize(), entry.getCrc());
        } catch (final IOException e) {
            throw damaged(e);
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (final IOException e) {
            // It was only read: nothing can be lost.
        }
    }

    private static void check(final ZipEntry entry) throws InvalidNetworkException {
        if (entry.getSize() < 0 || entry.getSize() > SMALL && entry.getSize() / HIGHEST_RATIO > entry.getCompressedSize()) {
            throw new InvalidNetworkException("%s claims to grow from %d to %d bytes when unpacked; that is no model"
                    .formatted(entry.getName(), entry.getCompressedSize(), entry.getSize()));
        }
    }

    private static InvalidNetworkException damaged(final Throwable cause) {
        return new InvalidNetworkException("the zip is truncated or damaged", cause);
    }
}
