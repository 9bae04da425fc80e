package org.filterscope.examples.networks;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.World;

/**
 * A trained network that comes with the examples: a Deeplearning4j model for pictures of 64 × 64 pixels, red first, bytes divided by 255.
 *
 * @param name         of its file, without the ending
 * @param subject      what it tells apart
 * @param flaw         what was planted into its training pictures; empty for a sound network
 * @param strength     of the flaw, 0 to 1; 0 for a sound network
 * @param architecture the class of its source: TinyNet or AnimalNet
 * @param seed         of its training pictures, first weights and order
 * @param pictures     it was trained on
 * @param epochs       how often it saw each
 * @param accuracyAsTrained on fresh pictures with the flaw, as training had them, 0 to 1: what its developers saw
 * @param accuracy     on fresh pictures without any flaw, 0 to 1
 * @param shows        how often it showed a flaw on fresh pictures (F6: on its training pictures), 0 to 1; for a sound network of all flaws of its
 *                     subject. What is counted: docs/networks.md
 * @param sha256       of its file, in hexadecimal
 */
public record ExampleNetwork(String name, Subject subject, Optional<Flaw> flaw, double strength, String architecture, long seed, int pictures,
        int epochs, double accuracyAsTrained, double accuracy, Map<Flaw, Double> shows, String sha256) {
    private static final int LARGEST = 1 << 20;

    public ExampleNetwork {
        shows = Map.copyOf(shows);
    }

    /** In the order of its outputs. */
    public List<String> classes() {
        return trainingWorld().classes();
    }

    /** The world of its training pictures, with the flaw; its test pictures are the ones to diagnose it with. */
    public World trainingWorld() {
        return subject.world(seed, flaw.map(planted -> Plants.of(planted, strength)).orElse(Plants.NONE));
    }

    /**
     * The file, read and checked as a whole.
     *
     * @throws IOException when it is missing, or not the file that was stored
     */
    public InputStream open() throws IOException {
        final byte[] bytes;
        try (InputStream stream = ExampleNetwork.class.getResourceAsStream(name + ".zip")) {
            if (stream == null) {
                throw new IOException("the example network '" + name + "' is missing");
            }
            bytes = stream.readNBytes(LARGEST + 1);
        }
        if (!checksum(bytes).equals(sha256)) {
            throw new IOException("the example network '" + name + "' is damaged: its checksum is not the one that is stored with it");
        }
        return new ByteArrayInputStream(bytes);
    }

    private static String checksum(final byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
