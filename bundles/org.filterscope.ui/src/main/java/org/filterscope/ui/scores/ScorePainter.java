package org.filterscope.ui.scores;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.filterscope.core.report.TopRow;
import org.filterscope.ui.pictures.ThumbnailPainter;
import org.filterscope.ui.pictures.ThumbnailStore;

/** Paints what is not text in the table's cells: the top pictures, and the bar beside a share. */
final class ScorePainter {
    private static final int ROW_HEIGHT = 42;
    private static final int GAP = 3;
    private static final int BAR_HEIGHT = 8;
    private static final int WIDEST_BAR = 60;

    private final ThemeColors colors;
    private final ThumbnailPainter painter;
    private final ThumbnailStore thumbnails;

    ScorePainter(final ThemeColors colors, final ThumbnailPainter painter, final ThumbnailStore thumbnails) {
        this.colors = colors;
        this.painter = painter;
        this.thumbnails = thumbnails;
    }

    static void measure(final Event event) {
        event.height = Math.max(event.height, ROW_HEIGHT);
    }

    void paint(final Event event) {
        final TableItem item = (TableItem) event.item;
        if (!(item.getData() instanceof final FilterScore score)) {
            return;
        }
        if (event.index == ScoreColumn.PICTURES.ordinal()) {
            paintPictures(event.gc, item.getBounds(event.index), score);
        } else if (event.index == ScoreColumn.FIRES.ordinal()) {
            paintShare(event.gc, item, score.numbers().fires());
        }
    }

    /** The top picture at a point of the table. */
    Optional<TopRow> pictureAt(final Table table, final int x, final int y) {
        final TableItem item = table.getItem(new Point(x, y));
        if (item == null || !(item.getData() instanceof final FilterScore score)) {
            return Optional.empty();
        }
        final Rectangle cell = item.getBounds(ScoreColumn.PICTURES.ordinal());
        for (int rank = 0; rank < score.tops().size(); rank++) {
            final Rectangle slot = slot(cell, rank);
            if (fits(cell, slot) && slot.contains(x, y)) {
                return Optional.of(score.tops().get(rank));
            }
        }
        return Optional.empty();
    }

    private void paintPictures(final GC gc, final Rectangle cell, final FilterScore score) {
        for (int rank = 0; rank < score.tops().size(); rank++) {
            final Rectangle slot = slot(cell, rank);
            if (!fits(cell, slot)) {
                return;
            }
            final TopRow top = score.tops().get(rank);
            painter.paint(gc, slot, thumbnails.image(top.picture()), top.field(), colors.placeholder());
        }
    }

    private void paintShare(final GC gc, final TableItem item, final double share) {
        final Rectangle cell = item.getBounds(ScoreColumn.FIRES.ordinal());
        final int text = gc.textExtent(item.getText(ScoreColumn.FIRES.ordinal()), SWT.DRAW_TRANSPARENT).x;
        final int width = Math.min(WIDEST_BAR, cell.width - text - 6 * GAP);
        if (width > BAR_HEIGHT) {
            final int y = cell.y + (cell.height - BAR_HEIGHT) / 2;
            gc.setBackground(colors.placeholder());
            gc.fillRectangle(cell.x + 2 * GAP, y, width, BAR_HEIGHT);
            gc.setBackground(colors.bar());
            gc.fillRectangle(cell.x + 2 * GAP, y, (int) Math.round(width * Math.clamp(share, 0, 1)), BAR_HEIGHT);
        }
    }

    private Rectangle slot(final Rectangle cell, final int rank) {
        final int height = cell.height - 2 * GAP;
        final int width = painter.slotWidth(height);
        return new Rectangle(cell.x + GAP + rank * (width + GAP), cell.y + GAP, width, height);
    }

    private static boolean fits(final Rectangle cell, final Rectangle slot) {
        return slot.x + slot.width <= cell.x + cell.width;
    }
}
