package org.filterscope.examples.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.examples.dataset.DataSet;
import org.filterscope.examples.dataset.DataSetPlan;
import org.filterscope.examples.networks.Subject;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import smallnets.AnimalNet;
import smallnets.Pictures;
import smallnets.TinyNet;
import smallnets.Train;
import smallnets.Training;

/** The program that users get, on a few dozen pictures. */
class TrainingTest {
    private static final World WORLD = Subject.RIBBONS.world(5, Plants.NONE);

    @TempDir
    private Path folder;

    @BeforeAll
    static void fast() {
        Train.useFastConvolutions();
    }

    @Test
    void foldersOfPicturesAreReadAsTheyWereDrawn() throws Exception {
        write(24);
        final Pictures read = Pictures.read(folder.resolve("world/train/pictures"), WORLD.classes());
        final Pictures drawn = DrawnPictures.of(WORLD, 24);
        final List<Integer> byClass = IntStream.range(0, 24).boxed().sorted(Comparator.comparing(drawn.labels()::get)).toList();
        assertThat(read.labels()).isEqualTo(byClass.stream().map(drawn.labels()::get).toList());
        assertThat(read.pictures()).containsExactlyElementsOf(byClass.stream().map(drawn.pictures()::get).toList());
    }

    @Test
    void aPictureOfAnotherSizeIsNamed() throws Exception {
        DataSet.write(folder.resolve("world"), WORLD, new DataSetPlan(32, 1, 0, 0, false), Progress.NONE);
        assertThatThrownBy(() -> Pictures.read(folder.resolve("world/train/pictures"), WORLD.classes())).isInstanceOf(IOException.class)
                .hasMessageContaining("00000.png: expected a PNG picture of 64 by 64 pixels");
    }

    @Test
    void trainingLowersTheLossAndTheSameSeedsGiveTheSameNetwork() throws Exception {
        final List<String> log = new ArrayList<>();
        assertThat(trained(2, log)).isEqualTo(trained(2, new ArrayList<>())).isNotEqualTo(trained(3, new ArrayList<>()));
        assertThat(log).hasSize(6).first().asString().startsWith("epoch 1 of 6: loss ");
        assertThat(loss(log.getLast())).isLessThan(0.8 * loss(log.getFirst()));
    }

    /** The bytes of the saved network. */
    private List<Byte> trained(final long seed, final List<String> log) throws IOException {
        final Path file = Files.createTempFile(folder, "network", ".zip");
        final MultiLayerNetwork network = TinyNet.create(3, seed);
        assertThat(network.getLayer(0).getHelper()).as("oneDNN").isNotNull();
        new Training(6, 2e-3, seed).run(network, DrawnPictures.of(WORLD, 48), log::add);
        NetworkFile.write(network, file);
        final byte[] bytes = Files.readAllBytes(file);
        return IntStream.range(0, bytes.length).mapToObj(i -> bytes[i]).toList();
    }

    private static double loss(final String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }

    @Test
    void theProgramSavesANetworkThatFilterscopeReads() throws Exception {
        write(24);
        final Path file = folder.resolve("network.zip");
        Train.main(new String[] {folder.resolve("world/train/pictures").toString(), folder.resolve("world/labels.txt").toString(), file.toString()});
        final NetworkGraph graph = new NetworkReader().read(file, Optional.of(new Size(64, 64)));
        assertThat(graph.shape("conv3").channels()).isEqualTo(96);
        assertThat(graph.output().name()).isEqualTo("classes");
    }

    @Test
    void theNetworksHaveAsManyWeightsAsTheyAreSaidToHave() {
        assertThat(TinyNet.create(3, 1).numParams()).isEqualTo(76_611);
        assertThat(AnimalNet.create(6, 1).numParams()).isEqualTo(187_814);
        assertThat(AnimalNet.create(2, 1).numParams()).isEqualTo(187_298);
    }

    private void write(final int pictures) throws Exception {
        DataSet.write(folder.resolve("world"), WORLD, new DataSetPlan(64, pictures, 0, 0, false), Progress.NONE);
    }
}
