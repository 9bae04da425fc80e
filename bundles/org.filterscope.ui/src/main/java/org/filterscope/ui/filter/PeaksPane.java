package org.filterscope.ui.filter;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.filterscope.ui.display.SectionedPage;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.WrappingText;

/** Where a filter peaks, drawn and in words. Belongs to the UI thread. */
final class PeaksPane {
    private final PeaksCanvas canvas;
    private final WrappingText words;

    PeaksPane(final SectionedPage page, final Composite parent, final ThemeColors colors) {
        canvas = new PeaksCanvas(parent, colors);
        GridDataFactory.swtDefaults().hint(PeaksCanvas.SIDE, PeaksCanvas.SIDE).applyTo(canvas.control());
        words = page.text(parent);
    }

    void show(final FilterDetails details) {
        canvas.show(details);
        words.setText(details.peaks().map(PeaksCanvas::words).orElse(""));
    }
}
