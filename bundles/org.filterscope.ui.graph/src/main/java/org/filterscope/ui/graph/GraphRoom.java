package org.filterscope.ui.graph;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** How the parts of the page lie, and which of them there is room for. Belongs to the UI thread. */
final class GraphRoom {
    /** Below this width details stand below the graph. */
    private static final int WIDE = 720;
    /** Below this height the graph needs all the room. */
    private static final int HIGH = 360;

    private final Composite page;
    private final GraphControls controls;
    private final Legend legend;
    private final SashForm sash;
    private final Overview overview;
    private final PictureStrip strip;
    private boolean overviewWanted;
    private boolean picturesWanted;

    GraphRoom(final Composite page, final GraphControls controls, final Legend legend, final SashForm sash, final Overview overview,
            final PictureStrip strip, final GraphState state) {
        this.page = page;
        this.controls = controls;
        this.legend = legend;
        this.sash = sash;
        this.overview = overview;
        this.strip = strip;
        overviewWanted = state.overview();
        picturesWanted = state.pictures();
        fill(controls.control(), false);
        fill(legend.control(), false);
        fill(sash, true);
        fill(overview.control(), false);
        fill(strip.control(), false);
        page.addListener(SWT.Resize, event -> fit());
    }

    static void fill(final Control part, final boolean all) {
        GridDataFactory.fillDefaults().grab(true, all).applyTo(part);
    }

    boolean isOverviewWanted() {
        return overviewWanted;
    }

    boolean arePicturesWanted() {
        return picturesWanted;
    }

    void showOverview(final boolean wanted) {
        overviewWanted = wanted;
        fit();
    }

    void showPictures(final boolean wanted) {
        picturesWanted = wanted;
        fit();
    }

    void fit() {
        final int width = page.getClientArea().width;
        ((GridData) legend.control().getLayoutData()).heightHint = legend.height(width);
        ((GridData) overview.control().getLayoutData()).heightHint = overview.height();
        ((GridData) strip.control().getLayoutData()).heightHint = strip.height();
        final int height = page.getClientArea().height;
        show(overview.control(), overviewWanted && height >= HIGH);
        show(strip.control(), picturesWanted && height >= HIGH);
        final int orientation = width >= WIDE ? SWT.HORIZONTAL : SWT.VERTICAL;
        if (width > 0 && sash.getOrientation() != orientation) {
            sash.setOrientation(orientation);
        }
        // Not the details: they take longer, and have not changed.
        page.layout(new Control[] {controls.control(), legend.control(), overview.control(), strip.control()});
    }

    private static void show(final Control part, final boolean wanted) {
        part.setVisible(wanted);
        ((GridData) part.getLayoutData()).exclude = !wanted;
    }
}
