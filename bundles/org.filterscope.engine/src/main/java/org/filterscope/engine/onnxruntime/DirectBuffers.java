package org.filterscope.engine.onnxruntime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/** Memory outside the Java heap for what goes into a session; kept from run to run, because the system takes its time to give it. */
final class DirectBuffers {
    private final Map<String, FloatBuffer> buffers = new HashMap<>();

    /** The values in a buffer that is good until the same name is filled again. */
    FloatBuffer fill(final String name, final float[] values) {
        final FloatBuffer known = buffers.get(name);
        final FloatBuffer buffer = known != null && known.capacity() >= values.length ? known.clear() : allocate(values.length);
        buffers.put(name, buffer);
        return buffer.put(values).flip();
    }

    private static FloatBuffer allocate(final int length) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(length, Float.BYTES)).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
}
