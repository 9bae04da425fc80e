package smallnets;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Pictures and the classes they belong to.
 *
 * @param classes  names of the classes, in the order of the network's outputs
 * @param pictures the pixels of each: [colour, row, col], red first, one byte a value; not copied
 * @param labels   the number of each picture's class
 */
public record Pictures(List<String> classes, List<byte[]> pictures, List<Integer> labels) {
    /** Rows and columns of every picture. */
    public static final int SIDE = 64;
    /** What is done with the bytes before they enter the network. The configuration of a diagnosis must say the same. */
    public static final float SCALE = 1 / 255f;

    private static final int AREA = SIDE * SIDE;

    /** Reads one folder of PNG files for each class, in the order of the classes given. A class may have no folder. */
    public static Pictures read(final Path folder, final List<String> classes) throws IOException {
        final List<byte[]> pictures = new ArrayList<>();
        final List<Integer> labels = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            for (final Path file : files(folder.resolve(classes.get(label)))) {
                pictures.add(pixels(file));
                labels.add(label);
            }
        }
        return new Pictures(List.copyOf(classes), pictures, labels);
    }

    /** In a fixed order, because the order of training matters. */
    private static List<Path> files(final Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
        }
    }

    private static byte[] pixels(final Path file) throws IOException {
        final BufferedImage image = ImageIO.read(file.toFile());
        if (image == null || image.getWidth() != SIDE || image.getHeight() != SIDE) {
            throw new IOException(file + ": expected a PNG picture of " + SIDE + " by " + SIDE + " pixels");
        }
        final int[] colours = image.getRGB(0, 0, SIDE, SIDE, null, 0, SIDE);
        final byte[] pixels = new byte[3 * AREA];
        for (int i = 0; i < AREA; i++) {
            pixels[i] = (byte) (colours[i] >> 16);
            pixels[AREA + i] = (byte) (colours[i] >> 8);
            pixels[2 * AREA + i] = (byte) colours[i];
        }
        return pixels;
    }

    /** How many there are. */
    public int size() {
        return pictures.size();
    }

    /** What the network reads: [image, colour, row, col], 0 to 1. The caller closes it. */
    public INDArray input(final List<Integer> numbers) {
        final float[] values = new float[numbers.size() * 3 * AREA];
        int next = 0;
        for (final int number : numbers) {
            for (final byte value : pictures.get(number)) {
                values[next++] = (value & 255) * SCALE;
            }
        }
        return Nd4j.create(values, new long[] {numbers.size(), 3, SIDE, SIDE}, 'c');
    }

    /** What the network shall answer: [image, class], 1 for the right class and 0 for all others. The caller closes it. */
    public INDArray wanted(final List<Integer> numbers) {
        final float[] values = new float[numbers.size() * classes.size()];
        for (int i = 0; i < numbers.size(); i++) {
            values[i * classes.size() + labels.get(numbers.get(i))] = 1;
        }
        return Nd4j.create(values, new long[] {numbers.size(), classes.size()}, 'c');
    }
}
