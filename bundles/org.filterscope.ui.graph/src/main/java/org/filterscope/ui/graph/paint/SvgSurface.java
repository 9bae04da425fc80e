package org.filterscope.ui.graph.paint;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.filterscope.core.graph.AveragePatch;
import org.filterscope.ui.graph.model.Box;

/** Writes shapes and drawings as SVG 1.1, in the same coordinates. */
final class SvgSurface implements Shapes, Drawing {
    private static final double PIXELS_PER_POINT = 96.0 / 72;
    private static final double ASCENT = 0.93;

    private final Box part;
    private final Patches patches;
    private final TextWidths widths;
    private final String placeholder;
    private final List<Supplier<String>> elements = new ArrayList<>();
    private final double fontSize;

    SvgSurface(final Box part, final Patches patches, final TextWidths widths, final int placeholder) {
        this.part = part;
        this.patches = patches;
        this.widths = widths;
        this.placeholder = Rgb.text(placeholder);
        final FontData font = widths.font().getFontData()[0];
        fontSize = font.getHeight() * PIXELS_PER_POINT;
    }

    /** The whole document, for any thread: packing its pictures takes a while. */
    String document(final int ground) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" width="%1$d" height="%2$d" \
                viewBox="%3$d %4$d %1$d %2$d" font-family="sans-serif" font-size="%5$s">
                <rect x="%3$d" y="%4$d" width="%1$d" height="%2$d" fill="%6$s"/>
                %7$s</svg>
                """.formatted(part.width(), part.height(), part.x(), part.y(), number(fontSize), Rgb.text(ground),
                elements.stream().map(Supplier::get).collect(Collectors.joining()));
    }

    @Override
    public void area(final int x, final int y, final int width, final int height, final int rgb) {
        // What reaches beyond the part on show is cut, so that programs that ignore the view box show the same.
        final int left = Math.max(x, part.x());
        final int top = Math.max(y, part.y());
        final int right = Math.min(x + width, part.right());
        final int bottom = Math.min(y + height, part.bottom());
        if (left < right && top < bottom) {
            add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>", left, top, right - left, bottom - top, Rgb.text(rgb));
        }
    }

    @Override
    public void marker(final Marker marker, final int centreX, final int centreY, final int size, final int rgb) {
        final String half = number(size / 2.0);
        switch (marker) {
            case DISC -> add("<circle cx=\"%d\" cy=\"%d\" r=\"%s\" fill=\"%s\"/>", centreX, centreY, half, Rgb.text(rgb));
            case SQUARE -> add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>", number(centreX - size * 0.43),
                    number(centreY - size * 0.43), number(size * 0.86), number(size * 0.86), Rgb.text(rgb));
            case TRIANGLE -> add("<path d=\"M%d %s l%s %d h%d z\" fill=\"%s\"/>", centreX, number(centreY - size / 2.0), half, size, -size,
                    Rgb.text(rgb));
            case DIAMOND -> add("<path d=\"M%d %s l%s %s l-%s %s l-%s -%s z\" fill=\"%s\"/>", centreX, number(centreY - size / 2.0), half, half, half,
                    half, half, half, Rgb.text(rgb));
        }
    }

    @Override
    public void patch(final int pattern, final Box square, final boolean faded) {
        final Optional<AveragePatch> patch = patches.patch(pattern);
        if (patch.isEmpty()) {
            add("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>", square.x(), square.y(), square.width(), square.height(),
                    placeholder);
            return;
        }
        elements.add(() -> "<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"%s xlink:href=\"data:image/png;base64,%s\"/>\n".formatted(square.x(),
                square.y(), square.width(), square.height(), faded ? " opacity=\"0.24\"" : "", png(patch.get())));
    }

    @Override
    public void line(final int fromX, final int fromY, final int toX, final int toY, final int rgb, final double opacity, final int thickness) {
        add("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-opacity=\"%s\" stroke-width=\"%d\"/>", fromX, fromY, toX, toY,
                Rgb.text(rgb), number(opacity), thickness);
    }

    @Override
    public void frame(final Box box, final int rgb, final int thickness) {
        add("<rect x=\"%s\" y=\"%s\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"%s\" stroke-width=\"%d\"/>",
                number(box.x() + thickness / 2.0), number(box.y() + thickness / 2.0), box.width() - thickness, box.height() - thickness,
                Rgb.text(rgb), thickness);
    }

    @Override
    public void text(final String words, final int x, final int y, final int rgb) {
        add("<text x=\"%d\" y=\"%s\" fill=\"%s\">%s</text>", x, number(y + ASCENT * fontSize), Rgb.text(rgb), escape(words));
    }

    @Override
    public int width(final String words) {
        return widths.of(words);
    }

    private void add(final String element, final Object... values) {
        final String line = element.formatted(values) + "\n";
        elements.add(() -> line);
    }

    private static String number(final double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** Also what XML allows nowhere: names come from files. */
    private static String escape(final String words) {
        return words.replaceAll("[\\p{Cntrl}\\x{fffe}\\x{ffff}]", " ").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String png(final AveragePatch patch) {
        final ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {new ImageData(patch.side(), patch.side(), 24, new PaletteData(0xff0000, 0xff00, 0xff), 1, patch.rgb())};
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        loader.save(bytes, SWT.IMAGE_PNG);
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
