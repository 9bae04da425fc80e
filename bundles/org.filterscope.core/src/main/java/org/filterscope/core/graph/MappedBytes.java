package org.filterscope.core.graph;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file mapped into memory, in pieces because a mapping ends at 2 GB. The mapping goes when nobody refers to it any more. */
final class MappedBytes implements StoredBytes {
    private static final int PIECE_BITS = 30;

    private final Path file;
    private final long length;
    private final int pieceBits;
    private volatile MappedByteBuffer[] pieces;

    MappedBytes(final Path file) throws IOException {
        this(file, PIECE_BITS);
    }

    /** @param pieceBits logarithm of a piece's length */
    MappedBytes(final Path file, final int pieceBits) throws IOException {
        this.file = file;
        this.pieceBits = pieceBits;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            length = channel.size();
            final long piece = 1L << pieceBits;
            final MappedByteBuffer[] mapped = new MappedByteBuffer[Math.toIntExact((length + piece - 1) / piece)];
            for (int i = 0; i < mapped.length; i++) {
                mapped[i] = channel.map(FileChannel.MapMode.READ_ONLY, i * piece, Math.min(piece, length - i * piece));
            }
            pieces = mapped;
        }
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public Reading begin() throws IOException {
        final MappedByteBuffer[] mapped = pieces;
        if (mapped == null) {
            throw new ClosedChannelException();
        }
        return new MappedReading(mapped);
    }

    @Override
    public void close() {
        pieces = null;
    }

    private final class MappedReading implements Reading {
        private final MappedByteBuffer[] mapped;

        MappedReading(final MappedByteBuffer[] mapped) {
            this.mapped = mapped;
        }

        @Override
        public void read(final long position, final ByteBuffer target) throws IOException {
            if (position < 0 || position > length - target.remaining()) {
                throw new EOFException("%s: ends too early".formatted(file));
            }
            final long start = position - target.position();
            try {
                while (target.hasRemaining()) {
                    final long at = start + target.position();
                    final MappedByteBuffer piece = mapped[(int) (at >>> pieceBits)];
                    final int offset = (int) (at & (1L << pieceBits) - 1);
                    final int count = Math.min(target.remaining(), piece.limit() - offset);
                    piece.get(offset, target.array(), target.arrayOffset() + target.position(), count);
                    target.position(target.position() + count);
                }
            } catch (final InternalError e) {
                // So Java tells that the file was cut off under the mapping, or that the disk fails.
                throw new IOException("%s: cannot be read any more; it was changed, or the disk fails".formatted(file), e);
            }
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
