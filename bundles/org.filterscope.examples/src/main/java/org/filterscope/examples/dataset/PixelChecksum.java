package org.filterscope.examples.dataset;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.render.LabelMap;
import org.filterscope.examples.render.Rendering;
import org.filterscope.examples.render.RgbImage;

/** SHA-256 of pixels, the same on every platform. */
public final class PixelChecksum {

    private PixelChecksum() {
    }

    /** Of the number of rows as four bytes, high byte first, and all pixels in reading order, red first. */
    public static String of(final RgbImage image) {
        final MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(image.size()).array());
        digest.update(image.bytes());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of the picture as above followed by its label maps, in the order of the categories. */
    public static String of(final Rendering rendering) {
        final MessageDigest digest = sha256();
        digest.update(HexFormat.of().parseHex(of(rendering.image())));
        for (final ConceptCategory category : ConceptCategory.values()) {
            final LabelMap labels = rendering.labels(category);
            digest.update(labels.numbers());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
