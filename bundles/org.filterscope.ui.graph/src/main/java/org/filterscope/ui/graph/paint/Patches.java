package org.filterscope.ui.graph.paint;

import java.util.Optional;

import org.eclipse.swt.graphics.Image;

/** Has pictures of what patterns look like on average. */
@FunctionalInterface
public interface Patches {

    /** Empty while it is not here, or when there is none. */
    Optional<Image> image(int pattern);
}
