package org.filterscope.core.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Passes a CSV text on, without a byte order mark, and knows whether a field in quotation marks is open where it ends. */
final class QuoteReader extends FilterReader {
    private static final char MARK = '\ufeff';

    private enum State {
        BEFORE_FIELD, PLAIN, QUOTED, AFTER_QUOTE
    }

    private State state = State.BEFORE_FIELD;
    private boolean begun;
    private boolean ended;

    QuoteReader(final Reader text) {
        super(text);
    }

    /** Whether the text has ended within a quoted field: then that field has swallowed all lines behind it. */
    boolean endedWithinQuotes() {
        return ended && state == State.QUOTED;
    }

    @Override
    public int read(final char[] buffer, final int offset, final int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (!begun && count > 0) {
            begun = true;
            if (buffer[offset] == MARK) {
                count--;
                System.arraycopy(buffer, offset + 1, buffer, offset, count);
                // Nothing read would mean the end to the caller, or never end.
                return count > 0 ? passed(buffer, offset, count) : read(buffer, offset, length);
            }
        }
        return passed(buffer, offset, count);
    }

    @Override
    public int read() throws IOException {
        final char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    private int passed(final char[] buffer, final int offset, final int count) {
        ended |= count < 0;
        for (int i = offset; i < offset + count; i++) {
            state = after(buffer[i]);
        }
        return count;
    }

    private State after(final char c) {
        if (state == State.QUOTED) {
            return c == '"' ? State.AFTER_QUOTE : State.QUOTED;
        }
        return switch (c) {
            case ',', '\n', '\r' -> State.BEFORE_FIELD;
            // Two in a row stand for one; within a field that began without one it is a character like any other.
            case '"' -> state == State.PLAIN ? State.PLAIN : State.QUOTED;
            default -> State.PLAIN;
        };
    }
}
