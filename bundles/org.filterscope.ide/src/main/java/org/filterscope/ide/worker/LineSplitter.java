package org.filterscope.ide.worker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Makes lines of the bytes of a text in UTF-8, which come as they come; a line that never ends is told in pieces. For one thread. */
final class LineSplitter {
    private static final int LONGEST = 4096;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> listener;

    LineSplitter(final Consumer<String> listener) {
        this.listener = listener;
    }

    void add(final byte[] bytes, final int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n' || line.size() >= LONGEST) {
                tell();
            }
            if (bytes[i] != '\n') {
                line.write(bytes[i]);
            }
        }
    }

    /** The text is over; its last line may have no end. */
    void end() {
        if (line.size() > 0) {
            tell();
        }
    }

    private void tell() {
        listener.accept(line.toString(StandardCharsets.UTF_8).stripTrailing());
        line.reset();
    }
}
