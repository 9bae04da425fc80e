package org.filterscope.ui.scores;

import java.text.NumberFormat;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.filterscope.core.report.TopRow;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.pictures.InputShape;
import org.filterscope.ui.pictures.ThumbnailPainter;
import org.filterscope.ui.pictures.ThumbnailStore;

/** Shows the top picture under the pointer larger, with its peak in words. */
final class PictureToolTip extends ToolTip {
    private static final int HEIGHT = 224;

    private final Table table;
    private final ThemeColors colors;
    private final ThumbnailStore thumbnails;
    private final ScorePainter cells;
    private final InputShape input;

    PictureToolTip(final Table table, final ThemeColors colors, final ThumbnailStore thumbnails, final ScorePainter cells,
            final InputShape input) {
        super(table, NO_RECREATE, false);
        this.table = table;
        this.colors = colors;
        this.thumbnails = thumbnails;
        this.cells = cells;
        this.input = input;
        setShift(new Point(12, 12));
    }

    /** Opens for the first picture of the selected row, for those who use no pointer. */
    void showSelected() {
        final int row = table.getSelectionIndex();
        if (row >= 0) {
            table.showSelection();
            cells.firstPicture(table.getItem(row)).ifPresent(this::show);
        }
    }

    @Override
    protected Object getToolTipArea(final Event event) {
        return cells.pictureAt(table, event.x, event.y).orElse(null);
    }

    @Override
    protected boolean shouldCreateToolTip(final Event event) {
        return getToolTipArea(event) != null && super.shouldCreateToolTip(event);
    }

    @Override
    protected Composite createToolTipContentArea(final Event event, final Composite parent) {
        final TopRow top = cells.pictureAt(table, event.x, event.y).orElseThrow();
        final Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(6, 6).applyTo(area);
        final ThumbnailPainter painter = new ThumbnailPainter(input);
        final Canvas canvas = new Canvas(area, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, paint -> {
            final Rectangle slot = canvas.getClientArea();
            final Optional<Image> image = thumbnails.image(top.picture());
            painter.paint(paint.gc, slot, image, top.field(), colors.placeholder());
        });
        GridDataFactory.swtDefaults().hint(painter.slotWidth(HEIGHT), HEIGHT).align(SWT.CENTER, SWT.CENTER).applyTo(canvas);
        final Label words = new Label(area, SWT.NONE);
        words.setText(describe(top));
        return area;
    }

    private String describe(final TopRow top) {
        return NLS.bind(Messages.PictureToolTip_description, new Object[] {top.picture().replace("&", "&&"),
                NumberFormat.getNumberInstance().format(top.value()), top.row(), top.col(), top.field().top(), top.field().bottom() - 1,
                top.field().left(), top.field().right() - 1, input.rows(), input.cols()});
    }
}
