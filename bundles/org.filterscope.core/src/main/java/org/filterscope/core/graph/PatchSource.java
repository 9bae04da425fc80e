package org.filterscope.core.graph;

import java.io.IOException;
import java.util.Optional;

/** Has the average patches of a layer's patterns. */
@FunctionalInterface
public interface PatchSource {

    /** @param pattern of the graph; asked in ascending order, each once */
    Optional<AveragePatch> patch(int pattern) throws IOException;
}
