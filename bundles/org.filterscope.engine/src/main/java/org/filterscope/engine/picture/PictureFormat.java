package org.filterscope.engine.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of picture files that can be read. A file's first bytes decide, not its name. */
enum PictureFormat {
    JPEG("jpg", "jpeg"), PNG("png"), BMP("bmp"), GIF("gif"), TIFF("tif", "tiff"), WEBP("webp");

    /** How many bytes of a file {@link #of} wants to see. */
    static final int SIGNATURE = 12;
    static final String NAMES = "JPEG, PNG, BMP, GIF, TIFF or WebP";

    private final List<String> endings;

    PictureFormat(final String... endings) {
        this.endings = List.of(endings);
    }

    /** Endings of file names, without the point, in lower case. */
    static Set<String> endings() {
        return Arrays.stream(values()).flatMap(format -> format.endings.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** @param start the file's first {@link #SIGNATURE} bytes; zeros where the file is shorter */
    static Optional<PictureFormat> of(final byte[] start) {
        final String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (text.startsWith("BM")) {
            return Optional.of(BMP);
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        // 42 is the version of TIFF, 43 of BigTIFF.
        if (text.startsWith("II*\0") || text.startsWith("MM\0*") || text.startsWith("II+\0") || text.startsWith("MM\0+")) {
            return Optional.of(TIFF);
        }
        return text.startsWith("RIFF") && text.startsWith("WEBP", 8) ? Optional.of(WEBP) : Optional.empty();
    }
}
