package org.filterscope.ui.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Tells models from other files with the same endings. Reads the first kilobyte of an archive that does not begin as a model does, and at most a quarter
 * of a megabyte of anything else, for what tells stands first; whether the model can be read in full is found out by whoever reads it.
 */
final class ModelSignature {
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int FIRST = 1 << 10;
    private static final int BEGINNING = 1 << 18;
    private static final int MOST_OF_ENTRY = 1 << 16;
    private static final int MOST_ENTRIES = 16;

    private ModelSignature() {
    }

    /** Whether a file is a model of Keras, ONNX or Deeplearning4j. */
    static boolean isModel(final InputStream file) throws IOException {
        final byte[] first = file.readNBytes(FIRST);
        if (begins(first, ZIP) && !ArchiveBeginning.mayBeModel(first)) {
            return false;
        }
        final byte[] beginning = whole(first, file.readNBytes(BEGINNING - first.length));
        if (begins(beginning, HDF5)) {
            // An attribute of the root: the root comes first.
            return contains(beginning, "model_config");
        }
        if (begins(beginning, ZIP)) {
            return isArchive(new ByteArrayInputStream(beginning));
        }
        return new OnnxBeginning(beginning).isModel();
    }

    private static byte[] whole(final byte[] first, final byte[] rest) {
        final byte[] whole = Arrays.copyOf(first, first.length + rest.length);
        System.arraycopy(rest, 0, whole, first.length, rest.length);
        return whole;
    }

    /** Deeplearning4j keeps a network as {@code configuration.json}; Keras has {@code metadata.json} beside {@code config.json}. */
    private static boolean isArchive(final InputStream archive) {
        boolean metadata = false;
        boolean layers = false;
        try (ZipInputStream zip = new ZipInputStream(archive)) {
            ZipEntry entry = zip.getNextEntry();
            for (int count = 0; entry != null && count < MOST_ENTRIES; count++) {
                final String name = entry.getName();
                if (name.equals("configuration.json")) {
                    final byte[] json = zip.readNBytes(MOST_OF_ENTRY);
                    return contains(json, "\"confs\"") || contains(json, "\"vertices\"");
                }
                if (name.equals("metadata.json")) {
                    metadata = contains(zip.readNBytes(MOST_OF_ENTRY), "\"keras_version\"");
                } else if (name.equals("config.json")) {
                    layers = contains(zip.readNBytes(MOST_OF_ENTRY), "\"class_name\"");
                }
                if (metadata && layers) {
                    return true;
                }
                entry = zip.getNextEntry();
            }
        } catch (final IOException | IllegalArgumentException e) {
            // Damaged, or it begins with more than is looked at: either way nobody can say that it is a model.
        }
        return false;
    }

    private static boolean begins(final byte[] bytes, final byte[] signature) {
        return bytes.length > signature.length && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
    }

    private static boolean contains(final byte[] bytes, final String word) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(word);
    }
}
