package org.filterscope.engine.onnxruntime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/** Memory outside the Java heap for what goes into a session, or comes out; kept from run to run, because the system takes its time to give it. */
final class DirectBuffers {
    private static final long LARGE = 64L << 20;

    private final Map<String, FloatBuffer> buffers = new HashMap<>();

    /** The values in a buffer that is good until the same name is asked for again. */
    FloatBuffer fill(final String name, final float[] values) {
        return room(name, values.length).put(values).flip();
    }

    /** A buffer for so many values, with any values, that is good until the same name is asked for again. */
    FloatBuffer room(final String name, final int length) {
        final FloatBuffer known = buffers.remove(name);
        final FloatBuffer buffer = known != null && known.capacity() >= length ? known.clear() : allocate(length);
        buffers.put(name, buffer);
        return buffer.limit(length);
    }

    /** Gives the memory back; with the next collection, which a quiet Java heap would not start for long. */
    void clear() {
        final long bytes = buffers.values().stream().mapToLong(buffer -> (long) buffer.capacity() * Float.BYTES).sum();
        buffers.clear();
        if (bytes > LARGE) {
            System.gc();
        }
    }

    private static FloatBuffer allocate(final int length) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(length, Float.BYTES)).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
}
