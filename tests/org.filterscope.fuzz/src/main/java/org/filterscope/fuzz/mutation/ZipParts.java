package org.filterscope.fuzz.mutation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip as its entries. */
public final class ZipParts {

    private ZipParts() {
    }

    /** An entry, unpacked. */
    public record Part(String name, byte[] content) {
    }

    /** @return none when it is no zip that can be read to its end */
    public static List<Part> read(final byte[] zip) {
        final List<Part> parts = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.add(new Part(entry.getName(), in.readNBytes(1 << 22)));
            }
            return parts;
        } catch (final IOException | IllegalArgumentException e) {
            return List.of();
        }
    }

    /** With right sizes and checksums. */
    public static byte[] write(final List<Part> parts) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (final Part part : parts) {
                out.putNextEntry(new ZipEntry(part.name()));
                out.write(part.content());
                out.closeEntry();
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
