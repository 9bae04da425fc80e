package smallnets;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/**
 * Trains {@link TinyNet} on class folders of pictures and saves it: {@code Train PICTURES LABELS NETWORK.zip}, for example
 * {@code Train train/pictures labels.txt my-network.zip}.
 */
public final class Train {
    private static final int EPOCHS = 6;
    private static final double LEARNING_RATE = 2e-3;
    private static final long SEED = 1;

    private Train() {
    }

    public static void main(final String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("usage: Train PICTURES LABELS NETWORK.zip");
            System.exit(2);
        }
        useFastConvolutions();
        final List<String> classes = Files.readAllLines(Path.of(arguments[1]));
        final Pictures pictures = Pictures.read(Path.of(arguments[0]), classes);
        System.out.printf("%d pictures of %d classes%n", pictures.size(), classes.size());
        final MultiLayerNetwork network = TinyNet.create(classes.size(), SEED);
        new Training(EPOCHS, LEARNING_RATE, SEED).run(network, pictures, System.out::println);
        save(network, new File(arguments[2]));
    }

    /** Deeplearning4j 1.0.0-M2.1 uses oneDNN in its layers only when asked before the first one is made. */
    public static void useFastConvolutions() {
        System.setProperty("org.eclipse.deeplearning4j.helpers.disable", "false");
    }

    /** Without the state of Adam, which only further training would need and which is twice as large as the network. */
    public static void save(final MultiLayerNetwork network, final File file) throws IOException {
        ModelSerializer.writeModel(network, file, false);
    }
}
