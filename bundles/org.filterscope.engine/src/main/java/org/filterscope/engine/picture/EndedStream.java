package org.filterscope.engine.picture;

import java.io.IOException;

import javax.imageio.IIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file in memory for decoders that read on behind its end as if there were zeros. A few bytes too many are their way to read ahead; who
 * goes on works on nothing, and a small file can make that last for minutes.
 */
final class EndedStream extends ImageInputStreamImpl {
    private static final int MOST_MISSING = 256;

    private final byte[] bytes;
    private int missing;

    /** @param bytes the whole file; not copied */
    EndedStream(final byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        if (streamPos < bytes.length) {
            return bytes[(int) streamPos++] & 0xff;
        }
        return end();
    }

    @Override
    public int read(final byte[] target, final int offset, final int length) throws IOException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        final int count = (int) Math.min(length, bytes.length - streamPos);
        if (count <= 0) {
            return end();
        }
        System.arraycopy(bytes, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    private int end() throws IIOException {
        missing++;
        if (missing > MOST_MISSING) {
            throw new IIOException("the file ends too early");
        }
        return -1;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
