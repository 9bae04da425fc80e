package org.filterscope.benchmark.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.picture.Picture;
import org.filterscope.engine.picture.PictureDecoder;

/** The table of the animals with boxes around object, head and leg. */
public final class AnimalTable {
    private static final int NAME = 0;
    private static final int SPECIES = 1;
    private static final int BOX = 4;
    private static final int HEAD = 8;
    private static final int LEG = 12;
    private static final int COLOURS = 3;

    private final Path images;
    private final List<String[]> lines;

    /** @param folder with parts.csv and images */
    public AnimalTable(final Path folder) throws IOException {
        images = folder.resolve("images");
        lines = Files.readAllLines(folder.resolve("parts.csv")).stream().skip(1).map(line -> line.split(",", -1)).toList();
    }

    /** In the table's order. */
    public List<String> species() {
        return lines.stream().map(line -> line[SPECIES]).distinct().toList();
    }

    List<Animal> animals(final String species) {
        return lines.stream().filter(line -> line[SPECIES].equals(species)).map(line -> new Animal(images.resolve(line[NAME]), line)).toList();
    }

    /** One picture of the table. */
    record Animal(Path file, String[] line) {

        /** The object alone, as its box says, on whole pixels. */
        Picture crop() throws InvalidInputException {
            final Picture picture = new PictureDecoder().read(file);
            final int left = edge(BOX, picture.cols());
            final int top = edge(BOX + 1, picture.rows());
            final int cols = edge(BOX + 2, picture.cols()) - left;
            final int rows = edge(BOX + 3, picture.rows()) - top;
            final byte[] values = new byte[rows * cols * COLOURS];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(picture.values(), ((top + row) * picture.cols() + left) * COLOURS, values, row * cols * COLOURS, cols * COLOURS);
            }
            return new Picture(rows, cols, values);
        }

        private int edge(final int column, final int length) {
            return Math.clamp(Math.round(Double.parseDouble(line[column])), 0, length);
        }

        /** Row of the head or leg, in pixels of a crop that was resized to so many rows; not a number where it is not seen. */
        double row(final boolean head, final Picture crop, final int rows) {
            final String text = line[(head ? HEAD : LEG) + 1];
            return text.isEmpty() ? Double.NaN
                    : (Double.parseDouble(text) - Math.max(0, Math.round(Double.parseDouble(line[BOX + 1])))) * rows / crop.rows() - 0.5;
        }

        /** Likewise its column. */
        double col(final boolean head, final Picture crop, final int cols) {
            final String text = line[head ? HEAD : LEG];
            return text.isEmpty() ? Double.NaN
                    : (Double.parseDouble(text) - Math.max(0, Math.round(Double.parseDouble(line[BOX])))) * cols / crop.cols() - 0.5;
        }
    }
}
