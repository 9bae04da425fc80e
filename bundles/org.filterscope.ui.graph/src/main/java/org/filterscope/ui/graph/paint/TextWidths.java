package org.filterscope.ui.graph.paint;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.draw2d.FigureUtilities;
import org.eclipse.swt.graphics.Font;

/** How wide words are in a font: measured once. Belongs to the UI thread. */
public final class TextWidths {
    private static final int MOST = 4096;

    private final Font font;
    private final Map<String, Integer> widths = new HashMap<>();

    public TextWidths(final Font font) {
        this.font = font;
    }

    Font font() {
        return font;
    }

    int of(final String words) {
        if (widths.size() > MOST) {
            widths.clear();
        }
        return widths.computeIfAbsent(words, text -> FigureUtilities.getTextWidth(text, font));
    }
}
