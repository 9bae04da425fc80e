package org.filterscope.analysis.instability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.filterscope.analysis.landmarks.LandmarkReader;
import org.filterscope.analysis.landmarks.Landmarks;
import org.filterscope.core.configuration.InputSettings;
import org.filterscope.core.configuration.LandmarkSettings;
import org.filterscope.core.configuration.PictureSettings;
import org.filterscope.core.configuration.PictureSettings.ClassSource;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;
import org.filterscope.examples.dataset.DataSet;
import org.filterscope.examples.dataset.DataSetPlan;
import org.filterscope.examples.networks.ExampleNetworks;
import org.filterscope.examples.parts.PartWorld;
import org.filterscope.examples.parts.PartWorldSettings;
import org.filterscope.examples.world.Plants;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawn animals with their landmarks, read from the files in which a user has them. */
class DrawnAnimalsTest {
    private static final int SIDE = 64;
    private static final int PICTURES = 300;
    /** Maps of 16 × 16 positions, each at the centre of four by four pixels. */
    private static final Shape MAPS = new Shape(1, 16, 16);
    private static final ReceptiveField FIELD = new ReceptiveField(4, 0, 3);

    @TempDir
    static Path folder;
    private static PictureFolder pictures;
    private static InputPreparation preparation;
    private static Landmarks landmarks;

    @BeforeAll
    static void draw() throws Exception {
        final Path data = folder.resolve("animals");
        DataSet.write(data, new PartWorld(5, PartWorldSettings.USUAL, Plants.NONE), new DataSetPlan(SIDE, 0, PICTURES, 0, false), Progress.NONE);
        pictures = PictureFolder.list(new PictureSettings(data.resolve("test/pictures"), ClassSource.FOLDERS, 0, 1), folder.resolve("report"));
        preparation = new InputPreparation(InputSettings.DEFAULT, new Shape(3, SIDE, SIDE));
        landmarks = LandmarkReader.read(new LandmarkSettings(data.resolve("test/landmarks.csv"), data.resolve("test/pictures")),
                pictures.pictures(), preparation, Progress.NONE);
    }

    private static int[] classes() {
        return pictures.pictures().stream().mapToInt(picture -> pictures.classes().indexOf(picture.label())).toArray();
    }

    private static Instabilities run(final ListedPeaks peaks) throws Exception {
        return new LocationInstability(MAPS, FIELD, FIELD, new Shape(3, SIDE, SIDE), landmarks, pictures.classes(), classes(),
                LocationInstability.PICTURES, 1).of(peaks, Progress.NONE);
    }

    private static float[] anyPeaks() {
        final float[] values = new float[pictures.pictures().size()];
        final Random random = new Random(3);
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + random.nextFloat();
        }
        return values;
    }

    /** At most 0.02 is asked of it; the positions alone cost 0.006: 0.1424 · 4 / 2 / (64 √2). */
    @Test
    void anOracleOfTheHeadIsAHead() throws Exception {
        final int head = landmarks.names().indexOf("head");
        final float[] values = anyPeaks();
        final int[] positions = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            if (landmarks.visible(head, i)) {
                positions[i] = (int) ((landmarks.rows()[head][i] + 0.5) / 4) * 16 + (int) ((landmarks.cols()[head][i] + 0.5) / 4);
            } else {
                values[i] = 0;
            }
        }
        final Instabilities found = run(new ListedPeaks(values.length).add(values, positions));
        final LandmarkRow row = found.rows().get(head);
        assertThat(row.landmark()).isEqualTo("head");
        assertThat(row.instability()).isLessThanOrEqualTo(0.02);
        assertThat(row.vectorR2()).isGreaterThan(0.95);
        assertThat(found.scores().get(0).text(Score.PART)).contains("head");
        assertThat(found.scores().get(0).number(Score.INSTABILITY_RATIO).orElseThrow()).isLessThan(1);
    }

    /** The pitfall: its instability is as low as that of good detectors, and only the numbers beside it tell. */
    @Test
    void aPeakInTheMiddleIsUnmasked() throws Exception {
        final float[] values = anyPeaks();
        final int[] positions = new int[values.length];
        Arrays.fill(positions, 8 * 16 + 8);
        final Scores scores = run(new ListedPeaks(values.length).add(values, positions)).scores().get(0);
        assertThat(scores.number(Score.INSTABILITY).orElseThrow()).isLessThan(0.13);
        assertThat(scores.number(Score.INSTABILITY_RATIO).orElseThrow()).isGreaterThan(1);
        assertThat(scores.number(Score.VECTOR_R2).orElseThrow()).isBetween(-1e-9, 1e-9);
        assertThat(scores.text(Score.PART)).isEmpty();
    }

    /**
     * What is expected of an ordinary small network is 0.10 to 0.15. Its first layer looks at edges and colours, its last at what tells the animals
     * apart.
     */
    @Test
    void anOrdinaryNetworkBecomesMorePartLikeFromLayerToLayer() throws Exception {
        final Path file = folder.resolve("network.zip");
        try (InputStream stream = ExampleNetworks.load().named("animals-sound").open()) {
            Files.copy(stream, file, StandardCopyOption.REPLACE_EXISTING);
        }
        final NetworkGraph graph = new NetworkReader().read(file, Optional.of(new InputSettings.Size(SIDE, SIDE)));
        final Map<String, Instabilities> found = ordinary(graph, "conv1", "conv4");
        assertThat(mean(found.get("conv1"), Score.INSTABILITY)).isBetween(0.1, 0.15);
        assertThat(mean(found.get("conv4"), Score.INSTABILITY)).isBetween(0.02, mean(found.get("conv1"), Score.INSTABILITY));
        assertThat(mean(found.get("conv4"), Score.INSTABILITY_RATIO)).isLessThan(mean(found.get("conv1"), Score.INSTABILITY_RATIO));
        assertThat(significant(found.get("conv4"))).isGreaterThan(2 * significant(found.get("conv1")));
    }

    private static Map<String, Instabilities> ordinary(final NetworkGraph graph, final String... layers) throws Exception {
        final PictureDecoder decoder = new PictureDecoder();
        final Map<String, float[][]> values = new LinkedHashMap<>();
        final Map<String, int[][]> positions = new LinkedHashMap<>();
        for (final String layer : layers) {
            values.put(layer, new float[graph.shape(layer).channels()][PICTURES]);
            positions.put(layer, new int[graph.shape(layer).channels()][PICTURES]);
        }
        try (NetworkSession session = Nd4jExecutor.load().open(graph)) {
            for (int picture = 0; picture < PICTURES; picture++) {
                final float[] input = new float[3 * SIDE * SIDE];
                preparation.write(preparation.fit(decoder.read(pictures.pictures().get(picture).file())), input, 0);
                for (int i = 0; i < input.length; i++) {
                    input[i] /= 255;
                }
                final Map<String, FeatureMaps> maps = session.forward(new FeatureMaps(1, graph.input(), input), Set.of(layers));
                for (final String layer : layers) {
                    peaks(maps.get(layer), picture, values.get(layer), positions.get(layer));
                }
            }
        }
        final ReceptiveFields fields = new ReceptiveFields(graph);
        final Map<String, Instabilities> found = new LinkedHashMap<>();
        for (final String layer : layers) {
            final ListedPeaks peaks = new ListedPeaks(PICTURES);
            for (int channel = 0; channel < values.get(layer).length; channel++) {
                peaks.add(values.get(layer)[channel], positions.get(layer)[channel]);
            }
            found.put(layer, new LocationInstability(graph.shape(layer), fields.vertical(layer), fields.horizontal(layer), graph.input(), landmarks,
                    pictures.classes(), classes(), LocationInstability.PICTURES, 1).of(peaks, Progress.NONE));
        }
        return found;
    }

    private static void peaks(final FeatureMaps maps, final int picture, final float[][] values, final int[][] positions) {
        for (int channel = 0; channel < values.length; channel++) {
            final int start = maps.start(0, channel);
            int highest = 0;
            for (int i = 1; i < maps.shape().rows() * maps.shape().cols(); i++) {
                highest = maps.values()[start + i] > maps.values()[start + highest] ? i : highest;
            }
            values[channel][picture] = maps.values()[start + highest];
            positions[channel][picture] = highest;
        }
    }

    private static double significant(final Instabilities found) {
        return found.rows().stream().mapToDouble(row -> row.pValue() < 0.05 ? 1 : 0).average().orElseThrow();
    }

    private static double mean(final Instabilities found, final Score score) {
        return found.scores().stream().flatMapToDouble(scores -> scores.number(score).stream()).average().orElse(Double.NaN);
    }
}
