package org.filterscope.ui.graph.paint;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String GraphPainter_layer;

    static {
        NLS.initializeMessages("org.filterscope.ui.graph.paint.messages", Messages.class);
    }

    private Messages() {
    }
}
