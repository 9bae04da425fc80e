package org.filterscope.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.Manifest;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.ReportTarget;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.core.report.ThumbnailRow;
import org.filterscope.core.report.TopRow;

/**
 * Reports as a diagnosis writes them, about a made-up network with the layers {@code early} (8 filters) and {@code deep}. In {@code deep},
 * filter c has the maximum 1 + (c * 7 mod filters) and fires strongest on class c mod 3; every tenth filter, 9, 19 and so on, is dead.
 */
final class SampleReport {
    static final List<String> CLASSES = List.of("beach", "forest", "river");
    static final int INPUT = 96;
    static final String CONFIGURATION = "model: landscapes.h5\n";
    static final int PICTURES = 30;
    private static final int SIDE = 48;
    private static final int SHEET_COLUMNS = 6;
    private static final int TOPS = 6;

    private SampleReport() {
    }

    /** Replaces the report that lies there. */
    static Path write(final Path directory, final int filters) throws IOException, InvalidInputException {
        return write(directory, filters, Set.of());
    }

    /** With the tables of all analyses for the layer {@code deep}, see {@link SampleScores}. */
    static Path writeScored(final Path directory, final int filters) throws IOException, InvalidInputException {
        return write(directory, filters, Set.of("deep"));
    }

    private static Path write(final Path directory, final int filters, final Set<String> scored) throws IOException, InvalidInputException {
        try (ReportTarget target = ReportTarget.reserve(directory)) {
            final ReportWriter writer = new ReportWriter(new ReportFiles(target.staging()));
            writer.layers(List.of(layer("early", 8, 24, 4, 11), layer("deep", filters, 6, 16, 61)));
            layer(writer, "early", 8, scored.contains("early"));
            layer(writer, "deep", filters, scored.contains("deep"));
            pictures(writer);
            writer.manifest(manifest(filters));
            target.publish();
        }
        return directory;
    }

    static String picture(final int number) {
        return "%s/%s%02d.png".formatted(CLASSES.get(number % 3), CLASSES.get(number % 3), number);
    }

    private static LayerRow layer(final String name, final int filters, final int side, final int stride, final int size) {
        final FieldRow field = new FieldRow(stride, size, 0);
        return new LayerRow(name, "convolution", filters, side, side, field, field);
    }

    private static void layer(final ReportWriter writer, final String layer, final int filters, final boolean scored) throws IOException {
        final List<FilterRow> rows = new ArrayList<>();
        final List<TopRow> tops = new ArrayList<>();
        final List<ClassRow> classes = new ArrayList<>();
        for (int channel = 0; channel < filters; channel++) {
            final boolean dead = channel % 10 == 9;
            final double max = dead ? 0 : 1 + channel * 7 % filters;
            final FilterRow row = new FilterRow(channel, max / 8, max / 5, max, dead ? 0 : (channel % 7 + 1) / 8.0, dead);
            rows.add(scored ? row.with(SampleScores.scores(channel, dead)) : row);
            for (int rank = 1; rank <= TOPS && !dead; rank++) {
                final int left = (channel * 5 + rank * 9) % (INPUT - 40);
                final int top = (channel * 11 + rank * 3) % (INPUT - 30);
                tops.add(new TopRow(channel, rank, picture((channel + 3 * rank) % PICTURES), rank, rank, max - rank * 0.1,
                        new PixelBox(top, left, top + 30, left + 40)));
            }
            for (int index = 0; index < CLASSES.size(); index++) {
                final double mean = index == channel % 3 ? max / 4 : max / 16;
                classes.add(scored ? SampleScores.classRow(channel, index, mean) : new ClassRow(channel, CLASSES.get(index), mean));
            }
        }
        writer.filters(layer, rows);
        writer.tops(layer, tops);
        writer.classes(layer, classes);
        if (scored) {
            SampleScores.write(writer, layer, rows, tops);
        }
    }

    private static void pictures(final ReportWriter writer) throws IOException {
        final int rows = (PICTURES + SHEET_COLUMNS - 1) / SHEET_COLUMNS;
        final ImageData sheet = new ImageData(SHEET_COLUMNS * SIDE, rows * SIDE, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        final List<ThumbnailRow> places = new ArrayList<>();
        for (int number = 0; number < PICTURES; number++) {
            final int left = number % SHEET_COLUMNS * SIDE;
            final int top = number / SHEET_COLUMNS * SIDE;
            draw(sheet, left, top, number);
            places.add(new ThumbnailRow(picture(number), "sheet-0.png", new PixelBox(top, left, top + SIDE, left + SIDE)));
        }
        writer.thumbnails(places);
        final ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {sheet};
        loader.save(writer.files().sheet("sheet-0.png").toString(), SWT.IMAGE_PNG);
    }

    /** A landscape of two grounds with a winding border: sand and water, trees and sky, river and meadow. */
    private static void draw(final ImageData sheet, final int left, final int top, final int number) {
        final int[] upper = {0x4f9bd0, 0x9fc7e8, 0x7fa650};
        final int[] lower = {0xe6d3a0, 0x2f6b3a, 0x3d7fb0};
        for (int row = 0; row < SIDE; row++) {
            for (int col = 0; col < SIDE; col++) {
                final double border = SIDE * 0.5 + 9 * Math.sin(col * 0.16 + number) + 3 * Math.sin(col * 0.5 + number * 3);
                final int color = row < border ? upper[number % 3] : lower[number % 3];
                final int shade = (row * 7 + col * 13 + number * 5) % 17 - 8;
                sheet.setPixel(left + col, top + row, shaded(color, shade));
            }
        }
    }

    private static int shaded(final int color, final int shade) {
        return IntStream.of(16, 8, 0).map(shift -> Math.clamp((color >> shift & 0xff) + shade, 0, 255) << shift).sum();
    }

    private static Manifest manifest(final int filters) {
        return new Manifest(Manifest.SCHEMA, Manifest.TOOL, "0.1.0", Manifest.COMPLETE,
                new Manifest.Model("/data/landscapes.h5", "0".repeat(64), "keras", List.of(3, INPUT, INPUT)),
                new Manifest.Data("/data/pictures", PICTURES, "1".repeat(64), CLASSES), CONFIGURATION,
                List.of("filters"), List.of("early", "deep"), Map.of(), 1, "cpu", "nd4j", 1, Map.of(),
                new Manifest.Times("2026-11-20T09:30:00Z", filters));
    }

    /** Cuts a file of a report short in the middle of a line. */
    static void truncate(final Path file) throws IOException {
        final String text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() - 8));
    }
}
