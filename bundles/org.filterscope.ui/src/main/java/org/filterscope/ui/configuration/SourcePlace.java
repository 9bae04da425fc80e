package org.filterscope.ui.configuration;

import java.util.List;
import java.util.Optional;

/**
 * Where a person is about to write.
 *
 * @param keys   the keys around the key that may begin here; empty where none may
 * @param values the keys that the value that may begin here belongs to; empty where none may
 * @param start  offset of what is written of it already
 * @param prefix what is written of it already, without an opening quote
 * @param inFlow whether braces or brackets are open
 * @param item   whether it is one of a list
 * @param column of {@link #start} in its line
 * @param mapping number of the block that the key is going to be in, see {@link SourceToken#mapping}; -1 for a new one
 */
record SourcePlace(Optional<List<String>> keys, Optional<List<String>> values, int start, String prefix, boolean inFlow, boolean item, int column,
        int mapping) {

    static SourcePlace nowhere(final int offset) {
        return new SourcePlace(Optional.empty(), Optional.empty(), offset, "", false, false, 0, -1);
    }
}
