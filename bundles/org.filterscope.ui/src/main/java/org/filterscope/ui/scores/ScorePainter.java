package org.filterscope.ui.scores;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.filterscope.core.report.TopRow;
import org.filterscope.ui.display.BarPainter;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.pictures.ThumbnailPainter;
import org.filterscope.ui.pictures.ThumbnailStore;

/** Paints what is not text in the table's cells: the top pictures, and the bars beside numbers. */
final class ScorePainter {
    private static final int ROW_HEIGHT = 54;
    private static final int GAP = 3;

    private final ThemeColors colors;
    private final BarPainter bars;
    private final ThumbnailPainter painter;
    private final ThumbnailStore thumbnails;
    private final LayerScores scores;
    private int rowHeight = ROW_HEIGHT;

    ScorePainter(final ThemeColors colors, final ThumbnailPainter painter, final ThumbnailStore thumbnails,
            final LayerScores scores) {
        this.scores = scores;
        this.colors = colors;
        bars = new BarPainter(colors);
        this.painter = painter;
        this.thumbnails = thumbnails;
    }

    static void measure(final Event event) {
        event.height = Math.max(event.height, ROW_HEIGHT);
    }

    /** The names of the pictures are for screen readers only. */
    static void erase(final Event event) {
        if (column(event) == StatisticColumn.PICTURES) {
            event.detail &= ~SWT.FOREGROUND;
        }
    }

    void paint(final Event event) {
        final TableItem item = (TableItem) event.item;
        if (!(item.getData() instanceof final FilterScore score)) {
            return;
        }
        rowHeight = event.height;
        final ScoreColumn column = column(event);
        if (column == StatisticColumn.PICTURES) {
            paintPictures(event.gc, cell(item, event.index), score);
        } else {
            column.bar(score, scores).ifPresent(bar -> bars.paint(event, cell(item, event.index), item.getText(event.index), bar));
        }
    }

    private static ScoreColumn column(final Event event) {
        return ScoreTable.column(((Table) event.widget).getColumn(event.index));
    }

    /** The top picture at a point of the table. */
    Optional<TopRow> pictureAt(final Table table, final int x, final int y) {
        final TableItem item = table.getItem(new Point(x, y));
        if (item == null || !(item.getData() instanceof final FilterScore score)) {
            return Optional.empty();
        }
        final Rectangle cell = picturesCell(item);
        for (int rank = 0; rank < score.tops().size(); rank++) {
            final Rectangle slot = slot(cell, rank);
            if (fits(cell, slot) && slot.contains(x, y)) {
                return Optional.of(score.tops().get(rank));
            }
        }
        return Optional.empty();
    }

    /** The middle of a row's first picture; empty when none is in sight. */
    Optional<Point> firstPicture(final TableItem item) {
        final Rectangle cell = picturesCell(item);
        final Rectangle slot = slot(cell, 0);
        return item.getData() instanceof final FilterScore score && !score.tops().isEmpty() && fits(cell, slot)
                ? Optional.of(new Point(slot.x + slot.width / 2, slot.y + slot.height / 2))
                : Optional.empty();
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

    /** Some platforms tell the height of the text for the height of the cell; the painting tells the row's. */
    private Rectangle cell(final TableItem item, final int index) {
        final Rectangle cell = item.getBounds(index);
        return new Rectangle(cell.x, cell.y, cell.width, Math.max(cell.height, rowHeight));
    }

    /** Of no extent when the pictures are not shown. */
    private Rectangle picturesCell(final TableItem item) {
        for (final TableColumn header : item.getParent().getColumns()) {
            if (ScoreTable.column(header) == StatisticColumn.PICTURES) {
                return cell(item, item.getParent().indexOf(header));
            }
        }
        return new Rectangle(0, 0, 0, 0);
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
