package org.filterscope.examples.world;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.examples.geometry.Box;
import org.filterscope.examples.geometry.Shape;
import org.filterscope.examples.geometry.Union;
import org.filterscope.examples.paint.Colour;
import org.filterscope.examples.paint.Surface;
import org.filterscope.examples.render.Element;
import org.filterscope.examples.render.Identity;

/** The glyph of the flaw F4: 5 × 5 cells of 1/64 of the picture's side, one cell away from the lower right corner. */
public final class Watermark {
    private static final List<String> GLYPH = List.of("#...#", ".#.#.", "..#..", "#.#.#", "#####");
    private static final double CELL = 1 / 64.0;
    private static final double START = 58 * CELL;
    private static final double END = 63 * CELL;

    private Watermark() {
    }

    /** In front of everything. */
    public static List<Element> elements() {
        final List<Shape> cells = new ArrayList<>();
        for (int row = 0; row < GLYPH.size(); row++) {
            for (int col = 0; col < GLYPH.size(); col++) {
                if (GLYPH.get(row).charAt(col) == '#') {
                    cells.add(new Box(START + col * CELL, START + row * CELL, START + (col + 1) * CELL, START + (row + 1) * CELL));
                }
            }
        }
        return List.of(
                new Element(new Box(START, START, END, END), Surface.plain(new Colour(0.1, 0.1, 0.35)), Identity.NOTHING),
                new Element(new Union(cells), Surface.plain(Colour.WHITE), Identity.NOTHING));
    }

    /** The box in pixels, for the list of flaws. */
    public static String box(final int size) {
        return "rows and columns %d to %d".formatted((int) Math.round(START * size), (int) Math.round(END * size) - 1);
    }
}
