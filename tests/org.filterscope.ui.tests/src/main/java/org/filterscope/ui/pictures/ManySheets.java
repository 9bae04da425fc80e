package org.filterscope.ui.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.filterscope.core.report.Manifest;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.core.report.ThumbnailRow;

/** Reports of nothing but pictures: tiny ones, 16 by 16 on a sheet, named by their numbers. */
final class ManySheets {
    private static final int SIDE = 4;
    private static final int ACROSS = 16;

    private ManySheets() {
    }

    /** @return the directory */
    static Path write(final Path directory, final int sheets) throws IOException {
        final ReportWriter writer = new ReportWriter(new ReportFiles(directory));
        Files.createDirectories(directory.resolve("pictures"));
        for (int sheet = 0; sheet < sheets; sheet++) {
            final ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {new ImageData(ACROSS * SIDE, ACROSS * SIDE, 24, new PaletteData(0xff0000, 0xff00, 0xff))};
            loader.save(writer.files().sheet(name(sheet)).toString(), SWT.IMAGE_PNG);
        }
        writer.manifest(new Manifest(Manifest.SCHEMA, Manifest.TOOL, "0.1.0", Manifest.COMPLETE,
                new Manifest.Model("model.h5", "", "keras", List.of(3, SIDE, SIDE)), new Manifest.Data("pictures", 1, "", List.of()), "",
                List.of(), List.of(), Map.of(), 1, "cpu", "nd4j", 1, Map.of(), new Manifest.Times("2026-11-20T09:30:00Z", sheets)));
        return directory;
    }

    static List<ThumbnailRow> places(final int sheets) {
        final List<ThumbnailRow> places = new ArrayList<>();
        for (int number = 0; number < sheets * ACROSS * ACROSS; number++) {
            final int top = number / ACROSS % ACROSS * SIDE;
            final int left = number % ACROSS * SIDE;
            places.add(new ThumbnailRow(Integer.toString(number), name(number / (ACROSS * ACROSS)),
                    new PixelBox(top, left, top + SIDE, left + SIDE)));
        }
        return places;
    }

    static String name(final int sheet) {
        return "sheet-%d.png".formatted(sheet);
    }
}
