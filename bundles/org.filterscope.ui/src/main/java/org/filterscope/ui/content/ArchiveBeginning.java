package org.filterscope.ui.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** The name of the first file in an archive, which tells most archives from models without unpacking anything. */
final class ArchiveBeginning {
    /** Where the header of a file in an archive (APPNOTE.TXT of PKWARE, 4.3.7) has the length of the name, and where the name begins. */
    private static final int NAME_LENGTH = 26;
    private static final int NAME = 30;
    /** What Keras and Deeplearning4j put into an archive, in whatever order it was packed anew. */
    private static final Set<String> MODEL_FILES = Set.of("metadata.json", "config.json", "model.weights.h5", "assets/", "configuration.json",
            "coefficients.bin", "updaterState.bin", "noParams.marker", "normalizer.bin", "preprocessor.bin");

    private ArchiveBeginning() {
    }

    /** @param first bytes of an archive */
    static boolean mayBeModel(final byte[] first) {
        if (first.length < NAME) {
            return false;
        }
        final int length = Short.toUnsignedInt(ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).getShort(NAME_LENGTH));
        return length <= first.length - NAME && MODEL_FILES.contains(new String(first, NAME, length, StandardCharsets.UTF_8));
    }
}
