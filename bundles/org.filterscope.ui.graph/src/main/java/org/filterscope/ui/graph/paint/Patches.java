package org.filterscope.ui.graph.paint;

import java.util.Optional;

import org.filterscope.core.graph.AveragePatch;

/** Has what patterns look like on average. */
@FunctionalInterface
public interface Patches {

    /** Empty while it is not here, or when there is none. */
    Optional<AveragePatch> patch(int pattern);
}
