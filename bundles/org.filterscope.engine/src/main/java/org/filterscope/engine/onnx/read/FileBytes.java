package org.filterscope.engine.onnx.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * A part of a file in memory. Large parts are mapped, so that they take no heap; others are copied, because a mapped file cannot be replaced on
 * Windows until the garbage collector has come by, and a model is often written anew.
 */
final class FileBytes {
    private static final long MOST_COPIED = 1L << 27;

    private FileBytes() {
    }

    static ByteBuffer read(final FileChannel channel, final long offset, final long length) throws IOException {
        if (length > MOST_COPIED) {
            return channel.map(MapMode.READ_ONLY, offset, length);
        }
        final ByteBuffer bytes = ByteBuffer.allocate((int) length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("the file became shorter");
            }
        }
        return bytes.flip();
    }
}
