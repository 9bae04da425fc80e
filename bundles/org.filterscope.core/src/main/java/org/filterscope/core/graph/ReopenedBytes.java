package org.filterscope.core.graph;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** A file that is opened for each reading, so that between them it can be moved and deleted on every system, with the folder it lies in. */
final class ReopenedBytes implements StoredBytes {
    private final Path file;
    private final long length;
    private final FileTime changed;
    private volatile boolean closed;

    ReopenedBytes(final Path file) throws IOException {
        this.file = file;
        final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        length = attributes.size();
        changed = attributes.lastModifiedTime();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Reading begin() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        final FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        if (channel.size() != length || !Files.getLastModifiedTime(file).equals(changed)) {
            channel.close();
            throw new IOException("%s: was replaced by another file since it was opened".formatted(file));
        }
        return new ChannelReading(channel);
    }

    @Override
    public void close() {
        closed = true;
    }

    private final class ChannelReading implements Reading {
        private final FileChannel channel;

        ChannelReading(final FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void read(final long position, final ByteBuffer target) throws IOException {
            final long start = position - target.position();
            while (target.hasRemaining()) {
                if (position < 0 || channel.read(target, start + target.position()) < 0) {
                    throw new EOFException("%s: ends too early".formatted(file));
                }
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
