package org.filterscope.engine.write;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.read.ZippedModel;

/** Copies a zip: all entries in their order, with their times and remarks, one of them with other weights. */
final class PatchedZip {
    private final String name;
    private final PatchedBytes patched;

    /** @param name of the entry with the weights */
    PatchedZip(final String name, final PatchedBytes patched) {
        this.name = name;
        this.patched = patched;
    }

    void copy(final Path from, final OutputStream to) throws IOException, InvalidNetworkException {
        try (ZippedModel zip = ZippedModel.open(from)) {
            final ZipOutputStream out = new ZipOutputStream(to);
            for (final String entry : zip.names()) {
                copy(zip, zip.entry(entry), out);
            }
            out.finish();
        } catch (final ZipException | IllegalArgumentException e) {
            throw ZippedModel.damaged(e);
        }
    }

    private void copy(final ZippedModel zip, final ZipEntry entry, final ZipOutputStream out) throws IOException, InvalidNetworkException {
        final ZipEntry header = new ZipEntry(entry);
        if (entry.getMethod() == ZipEntry.DEFLATED) {
            header.setCompressedSize(-1);
        } else if (entry.getName().equals(name)) {
            final CheckedOutputStream checked = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
            write(zip, entry, checked);
            header.setCrc(checked.getChecksum().getValue());
        }
        out.putNextEntry(header);
        write(zip, entry, out);
        out.closeEntry();
    }

    private void write(final ZippedModel zip, final ZipEntry entry, final OutputStream out) throws IOException, InvalidNetworkException {
        try (InputStream in = new BufferedInputStream(zip.stream(entry))) {
            if (entry.getName().equals(name)) {
                patched.copy(in, out);
            } else {
                in.transferTo(out);
            }
        }
    }
}
