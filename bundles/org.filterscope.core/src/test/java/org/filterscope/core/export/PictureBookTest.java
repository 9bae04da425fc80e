package org.filterscope.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.core.export.Crops.Crop;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.ThumbnailRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureBookTest {
    @TempDir
    Path folder;

    @Test
    void aPageHasNoMorePicturesThanItCanCarryAndReadsEachSheetInOneGo() throws Exception {
        // Neighbours lie on different sheets.
        final List<ThumbnailRow> rows = IntStream.range(0, 700)
                .mapToObj(i -> new ThumbnailRow("picture %d".formatted(i), "sheet-%03d.jpg".formatted(i % 3), new PixelBox(0, 0, 8, 8))).toList();
        final List<String> sheets = new ArrayList<>();
        final Path file = folder.resolve("page.html");
        try (Markup html = new Markup(file)) {
            html.open("body");
            final PictureBook book = new PictureBook(rows, row -> {
                if (sheets.isEmpty() || !sheets.getLast().equals(row.sheet())) {
                    sheets.add(row.sheet());
                }
                return new Crop("image/jpeg", row.picture().getBytes(StandardCharsets.UTF_8));
            });
            for (int times = 0; times < 2; times++) {
                rows.forEach(row -> book.show(html, row.picture(), "evidence", ""));
            }
            book.define(html);
            html.close("body");
        }
        final String page = Files.readString(file);
        assertThat(page.split("<image ", -1)).hasSize(1 + 600);
        assertThat(page.split("<use ", -1)).hasSize(1 + 2 * 600);
        assertThat(page).contains("<span class=\"absent\">picture 699</span>").doesNotContain("<span class=\"absent\">picture 599</span>");
        assertThat(sheets).containsExactly("sheet-000.jpg", "sheet-001.jpg", "sheet-002.jpg");
    }
}
