package org.filterscope.core.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a claim so that it is known again in the next run: what it is about, not how strong it is. Filters count by the fingerprints of their weights where
 * the claim is about them alone; a claim about classes keeps its name when other filters come to carry it.
 */
public final class FindingId {
    private static final int BYTES = 6;

    private FindingId() {
    }

    /**
     * @param subject what the claim is about, in order: classes, concepts, fingerprints
     * @return twelve hexadecimal digits
     */
    public static String of(final FindingKind kind, final List<String> subject) {
        try {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind.key().getBytes(StandardCharsets.UTF_8));
            for (final String part : subject) {
                digest.update((byte) 0);
                digest.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
