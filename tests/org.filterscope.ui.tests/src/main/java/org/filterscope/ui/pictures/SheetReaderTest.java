package org.filterscope.ui.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.filterscope.core.picture.Orientation;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(10)
class SheetReaderTest {
    private static final ImageData SHEET = new ImageData(40, 30, 24, new PaletteData(0xff0000, 0xff00, 0xff));

    @TempDir
    Path folder;
    private SheetReader reader;

    @BeforeEach
    void openReport() throws Exception {
        reader = new SheetReader(Report.open(ManySheets.write(folder.resolve("report"), 1)));
    }

    @Test
    void theSizeOfPngAndJpegIsKnownFromTheirHeaders() throws Exception {
        assertEquals(new StoredPicture(40, 30, Orientation.TOP_LEFT), StoredPicture.read(save("sheet.png", SWT.IMAGE_PNG)));
        assertEquals(new StoredPicture(40, 30, Orientation.TOP_LEFT), StoredPicture.read(save("sheet.jpg", SWT.IMAGE_JPEG)));
    }

    @Test
    void otherFilesAndCutOnesAreRefused() throws Exception {
        assertThrows(IOException.class, () -> StoredPicture.read(save("sheet.bmp", SWT.IMAGE_BMP)));
        for (final int bytes : new int[] {0, 3, 12, 20}) {
            final Path cut = Files.write(folder.resolve("cut"), ByteBuffer.allocate(bytes)
                    .put(Files.readAllBytes(save("sheet.png", SWT.IMAGE_PNG)), 0, bytes).array());
            assertThrows(IOException.class, () -> StoredPicture.read(cut));
        }
    }

    @Test
    void aSheetWithMorePixelsThanAnyOursIsNotDecoded() throws Exception {
        final Path sheet = folder.resolve("report/pictures/large.png");
        final byte[] bytes = Files.readAllBytes(save("sheet.png", SWT.IMAGE_PNG));
        ByteBuffer.wrap(bytes).putInt(16, 60_000).putInt(20, 60_000);
        Files.write(sheet, bytes);
        final IOException refusal = assertThrows(IOException.class, () -> reader.sheet("large.png"));
        assertTrue(refusal.getMessage().endsWith("60000 \u00d7 60000 pixels are too many for a sheet"), refusal.getMessage());
    }

    @Test
    void aSheetOutsideTheReportIsNotRead() throws Exception {
        save("sheet.png", SWT.IMAGE_PNG);
        assertThrows(IOException.class, () -> reader.sheet("../../sheet.png"));
    }

    @Test
    void onlyPlacesOnTheSheetAreCut() {
        assertEquals(12, SheetReader.cut(SHEET, new PixelBox(18, 0, 30, 40)).orElseThrow().height);
        assertTrue(SheetReader.cut(SHEET, new PixelBox(18, 0, 31, 40)).isEmpty());
        assertTrue(SheetReader.cut(SHEET, new PixelBox(5, 5, 5, 9)).isEmpty());
        assertTrue(SheetReader.cut(SHEET, new PixelBox(-1, 0, 5, 9)).isEmpty());
        assertTrue(SheetReader.cut(SHEET, new PixelBox(Integer.MAX_VALUE, 0, Integer.MIN_VALUE, 9)).isEmpty());
    }

    private Path save(final String name, final int format) {
        final ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {SHEET};
        loader.save(folder.resolve(name).toString(), format);
        return folder.resolve(name);
    }
}
