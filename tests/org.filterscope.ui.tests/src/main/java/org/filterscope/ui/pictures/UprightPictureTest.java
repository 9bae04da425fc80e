package org.filterscope.ui.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of six blocks of color: two rows of red, green and blue, and of yellow, magenta and cyan, however they are stored. */
class UprightPictureTest {
    private static final String UPRIGHT = "rgb ymc";
    private static final int BLOCK = 32;

    @TempDir
    Path folder;

    /** After the sentences of the standard: "6: the 0th row is the visual right-hand side, the 0th column is the visual top", and so on. */
    @Test
    void theSamePictureIsShownHoweverTheCameraWasHeld() throws Exception {
        final List<String> stored = List.of("rgb ymc", "bgr cmy", "cmy bgr", "ymc rgb", "ry gm bc", "bc gm ry", "cb mg yr", "yr mg cb");
        for (int orientation = 1; orientation <= 8; orientation++) {
            final PictureFile picture = PictureFile.read(write(stored.get(orientation - 1), orientation, BLOCK));
            assertEquals(UPRIGHT, blocks(picture), "orientation " + orientation);
            assertEquals(2 * BLOCK, picture.rows());
            assertEquals(3 * BLOCK, picture.cols());
        }
    }

    @Test
    void aPictureLargerThanTheScreenIsTurned() throws Exception {
        final PictureFile picture = PictureFile.read(write("bc gm ry", 6, 400));
        assertEquals(UPRIGHT, blocks(picture));
        assertEquals(800, picture.rows());
        assertEquals(1200, picture.cols());
        assertEquals(400, picture.pixels().height);
    }

    private Path write(final String rows, final int orientation, final int block) throws Exception {
        final String[] words = rows.split(" ");
        final ImageData data = new ImageData(words[0].length() * block, words.length * block, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                data.setPixel(x, y, color(words[y / block].charAt(x / block)));
            }
        }
        final ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        final ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        loader.save(jpeg, SWT.IMAGE_JPEG);
        final byte[] plain = jpeg.toByteArray();
        final ByteBuffer turned = ByteBuffer.allocate(plain.length + 36).put(plain, 0, 2).putShort((short) 0xffe1).putShort((short) 34)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(camera(orientation)).put(plain, 2, plain.length - 2);
        return Files.write(folder.resolve("picture.jpg"), turned.array());
    }

    /** The first directory of a TIFF file with nothing but the orientation. */
    private static byte[] camera(final int orientation) {
        return ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {'I', 'I', 42, 0}).putInt(8).putShort((short) 1)
                .putShort((short) 274).putShort((short) 3).putInt(1).putInt(orientation).putInt(0).array();
    }

    private static int color(final char letter) {
        return switch (letter) {
            case 'r' -> 0xff0000;
            case 'g' -> 0x00ff00;
            case 'b' -> 0x0000ff;
            case 'y' -> 0xffff00;
            case 'm' -> 0xff00ff;
            default -> 0x00ffff;
        };
    }

    /** The middles of the blocks: there JPEG leaves saturated colors on their sides of grey. */
    private static String blocks(final PictureFile picture) {
        final int rows = picture.rows() > picture.cols() ? 3 : 2;
        final int cols = 5 - rows;
        final ImageData pixels = picture.pixels();
        final StringBuilder blocks = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            blocks.append(row == 0 ? "" : " ");
            for (int col = 0; col < cols; col++) {
                final RGB rgb = pixels.palette.getRGB(pixels.getPixel((2 * col + 1) * pixels.width / (2 * cols), (2 * row + 1) * pixels.height / (2 * rows)));
                blocks.append("?bgcrmy?".charAt((rgb.red >> 7) * 4 + (rgb.green >> 7) * 2 + (rgb.blue >> 7)));
            }
        }
        return blocks.toString();
    }
}
