package org.filterscope.ui.graph.details;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.filterscope.core.graph.GraphHeading;
import org.filterscope.core.graph.GraphPicture;
import org.filterscope.core.graph.LayerHeat;
import org.filterscope.core.graph.Places;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.graph.model.Picture;
import org.filterscope.ui.graph.paint.Marker;
import org.filterscope.ui.pictures.ThumbnailStore;

/** The chosen picture with the places of the patterns that are on it. Belongs to the UI thread. */
final class PictureCanvas {
    static final int SIDE = 224;
    private static final int DOT = 6;
    private static final int CHOSEN = 11;
    private static final int HEAT_SIDE = 56;
    private static final int DARKEST = 170;

    private final Canvas canvas;
    private final ThemeColors colors;
    private Optional<Shown> shown = Optional.empty();
    private Optional<Dimming> dimming = Optional.empty();

    /**
     * What is shown.
     *
     * @param patterns marked, the strongest first
     * @param chosen   marked larger, if it is there
     * @param marker   by pattern, ordinal of its marker
     * @param color    by pattern, {@code 0xrrggbb}
     * @param heat     number of the layer whose heat is left bright; empty: nothing is dimmed
     */
    record Shown(GraphHeading heading, Picture picture, ThumbnailStore thumbnails, List<Integer> patterns, OptionalInt chosen,
            IntUnaryOperator marker, IntUnaryOperator color, OptionalInt heat) {
    }

    /** Stays while the picture and the layer stay, whatever else is selected or lit. */
    private record Dimming(Places places, int layer, Image image) {
        boolean fits(final Shown content) {
            return content.picture().places() == places && content.heat().equals(OptionalInt.of(layer));
        }
    }

    PictureCanvas(final Composite parent, final ThemeColors colors) {
        this.colors = colors;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.Dispose, event -> dimming.map(Dimming::image).ifPresent(Image::dispose));
        AccessibleName.give(canvas, () -> shown.map(content -> NLS.bind(Messages.PictureCanvas_name,
                content.heading().pictures().get(content.picture().number()).path(), content.patterns().size())).orElse(""));
    }

    Canvas control() {
        return canvas;
    }

    void show(final Optional<Shown> content) {
        shown = content;
        if (dimming.isEmpty() || content.filter(dimming.get()::fits).isEmpty()) {
            dimming.map(Dimming::image).ifPresent(Image::dispose);
            dimming = content.filter(some -> some.heat().isPresent()).map(this::dimming);
        }
        canvas.redraw();
    }

    /** Black, the less opaque the hotter it is. */
    private Dimming dimming(final Shown content) {
        final int layer = content.heat().getAsInt();
        final Places places = content.picture().places();
        final float[] heat = LayerHeat.of(content.heading(), layer, places, HEAT_SIDE, HEAT_SIDE);
        final ImageData data = new ImageData(HEAT_SIDE, HEAT_SIDE, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        data.alphaData = new byte[heat.length];
        for (int i = 0; i < heat.length; i++) {
            data.alphaData[i] = (byte) Math.round(DARKEST * (1 - heat[i]));
        }
        return new Dimming(places, layer, new Image(canvas.getDisplay(), data));
    }

    private void paint(final Event event) {
        shown.ifPresent(content -> paint(event.gc, content));
    }

    private void paint(final GC gc, final Shown content) {
        final GraphHeading heading = content.heading();
        final GraphPicture picture = heading.pictures().get(content.picture().number());
        final Optional<Image> image = content.thumbnails().image(picture.path());
        final Rectangle area = image.map(known -> PictureDrawing.fit(new Rectangle(0, 0, SIDE, SIDE), known.getBounds()))
                .orElseGet(() -> placeholder(heading));
        area.x = 0;
        area.y = 0;
        if (image.isPresent()) {
            PictureDrawing.draw(gc, image.get(), picture.mirrored(), image.get().getBounds(), area);
        } else {
            gc.setBackground(colors.placeholder());
            gc.fillRectangle(area);
        }
        dimming.map(Dimming::image).ifPresent(heat -> gc.drawImage(heat, 0, 0, HEAT_SIDE, HEAT_SIDE, area.x, area.y, area.width, area.height));
        for (final int pattern : content.patterns().reversed()) {
            mark(gc, content, area, pattern, DOT);
        }
        content.chosen().ifPresent(pattern -> mark(gc, content, area, pattern, CHOSEN));
    }

    private static Rectangle placeholder(final GraphHeading heading) {
        final double scale = Math.min((double) SIDE / heading.inputCols(), (double) SIDE / heading.inputRows());
        return new Rectangle(0, 0, (int) (heading.inputCols() * scale), (int) (heading.inputRows() * scale));
    }

    private static void mark(final GC gc, final Shown content, final Rectangle area, final int pattern, final int size) {
        final Places places = content.picture().places();
        // Places count from the middle of the first pixel, areas from its corner.
        final int x = area.x + Math.round(area.width * (places.cols()[pattern] + 0.5f) / content.heading().inputCols());
        final int y = area.y + Math.round(area.height * (places.rows()[pattern] + 0.5f) / content.heading().inputRows());
        MarkerPainter.paintOnPicture(gc, Marker.values()[content.marker().applyAsInt(pattern)], Math.clamp(x, area.x, area.x + area.width),
                Math.clamp(y, area.y, area.y + area.height), size, content.color().applyAsInt(pattern));
    }
}
