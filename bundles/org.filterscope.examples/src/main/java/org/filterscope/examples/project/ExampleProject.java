package org.filterscope.examples.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.examples.dataset.DataSet;
import org.filterscope.examples.dataset.DataSetPlan;
import org.filterscope.examples.dataset.NewFolder;
import org.filterscope.examples.networks.ExampleNetwork;
import org.filterscope.examples.networks.ExampleNetworks;

/**
 * "River or road?": a network that has never seen a river and takes each for a road, the same network without that flaw, the pictures of both,
 * and the program that trained them. Its README leads through a first diagnosis. The folder is a Java project for Eclipse, named like the
 * folder, and one for Maven.
 */
public final class ExampleProject {
    static final String SOUND = "ribbons-sound";
    static final String FLAWED = "ribbons-f1-river-as-road";
    private static final int SIZE = 64;
    private static final int TEST = 600;
    private static final int PAIRS = 50;

    private ExampleProject() {
    }

    /**
     * @param folder   must not exist, or be empty; appears when all is written
     * @param progress in pictures
     * @throws InvalidInputException when the folder holds something or is a file; nothing is touched then
     * @throws org.filterscope.core.progress.CancelledException when somebody asked to stop; nothing is left behind then
     */
    public static void write(final Path folder, final Progress progress) throws IOException, InvalidInputException {
        NewFolder.fill(folder, "the example project", inside -> {
            new ProjectFiles(inside, folder.toAbsolutePath().normalize().getFileName().toString()).write();
            fill(inside, progress);
        });
    }

    private static void fill(final Path folder, final Progress progress) throws IOException, InvalidInputException {
        final ExampleNetworks networks = ExampleNetworks.load();
        final ExampleNetwork flawed = networks.named(FLAWED);
        Files.createDirectory(folder.resolve("networks"));
        copy(flawed, folder);
        copy(networks.named(SOUND), folder);
        DataSet.write(folder.resolve("data"), flawed.trainingWorld(), new DataSetPlan(SIZE, flawed.pictures(), TEST, PAIRS, false), progress);
    }

    private static void copy(final ExampleNetwork network, final Path folder) throws IOException {
        try (InputStream stream = network.open()) {
            Files.copy(stream, folder.resolve("networks").resolve(network.name() + ".zip"));
        }
    }
}
