package org.filterscope.engine.dl4j;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.ZipEntry;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.read.NumberEncoding;
import org.filterscope.engine.read.WeightBlock;
import org.filterscope.engine.read.ZippedModel;

/**
 * An open zip as Deeplearning4j's ModelSerializer writes it. Entries other than the configuration and the coefficients are never touched;
 * some of them are serialised Java objects.
 */
final class Dl4jFile implements AutoCloseable {
    private static final String CONFIGURATION = "configuration.json";
    static final String COEFFICIENTS = "coefficients.bin";
    private static final String WITHOUT_COEFFICIENTS = "noParams.marker";

    private final ZippedModel zip;

    private Dl4jFile(final ZippedModel zip) {
        this.zip = zip;
    }

    static Dl4jFile open(final Path file) throws InvalidNetworkException {
        return new Dl4jFile(ZippedModel.open(file));
    }

    /** The model's description, JSON. */
    String configuration() throws InvalidNetworkException {
        final ZipEntry entry = zip.entry(CONFIGURATION);
        if (entry == null) {
            throw new InvalidNetworkException("the zip holds no Deeplearning4j model (no %s)".formatted(CONFIGURATION));
        }
        return zip.text(entry);
    }

    /** All parameters of all layers, one after the other; the caller closes them. */
    Coefficients coefficients() throws InvalidNetworkException {
        if (zip.has(WITHOUT_COEFFICIENTS)) {
            return Coefficients.none();
        }
        final ZipEntry entry = zip.entry(COEFFICIENTS);
        if (entry == null) {
            throw new InvalidNetworkException("the model has no weights (no %s)".formatted(COEFFICIENTS));
        }
        try {
            return Coefficients.read(zip.stream(entry), entry.getSize(), entry.getCrc());
        } catch (final IOException e) {
            throw ZippedModel.damaged(e);
        }
    }

    /** Where the coefficients lie in their entry: at its end. */
    WeightBlock block(final ArrayHeader header) throws InvalidNetworkException {
        final NumberEncoding encoding = header.encoding();
        return new WeightBlock(1, Math.toIntExact(header.length()), zip.entry(COEFFICIENTS).getSize() - header.length() * encoding.size(), encoding,
                ByteOrder.BIG_ENDIAN);
    }

    @Override
    public void close() {
        zip.close();
    }
}
