package org.filterscope.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.filterscope.analytic.AnalyticNetwork;
import org.filterscope.analytic.Mixer;
import org.filterscope.analytic.Scene;
import org.filterscope.analytic.Scene.Placed;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Report;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.onnx.write.OnnxWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole diagnoses, from files to findings, of networks that see beasts and stools by their parts; the graphs are mined. */
class MinedMixturesTest {
    private static final int SIDE = 64;
    private static final int OF_A_CLASS = 60;
    private static final int PARTS = 6;
    private static final List<String> NAMES = List.of("head", "foot", "seat", "none", "tail", "none");
    /** Where a part lies about, in pixels. */
    private static final int[][] PLACES = {{14, 14}, {50, 18}, {16, 46}, {0, 0}, {48, 48}, {0, 0}};
    /** The mean over a map of one peak is a seven-thousandth. */
    private static final float LOGIT = 7000;

    @TempDir
    Path folder;

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("pictures/beast"));
        Files.createDirectories(folder.resolve("pictures/stool"));
        Files.writeString(folder.resolve("labels.txt"), "beast\nstool\n");
    }

    /** Filter 0 fires for heads and for feet and speaks for beasts. */
    @Test
    void aFilterThatTakesFeetForHeadsIsNamedWithThePartsAndTheConfusion() throws Exception {
        final List<Finding> found = mixtures(AnalyticNetwork.of(SIDE, PARTS, 2, Mixer.MAXIMUM_OF_TWO, 3),
                new float[][] {{6 * LOGIT, 0, LOGIT}, {0, 3 * LOGIT, 0}}, new int[] {0, 4}, new int[] {1, 2});
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.HIGH);
            assertThat(finding.classes()).containsExactly("stool", "beast");
            assertThat(finding.filters()).singleElement().satisfies(filter -> assertThat(filter.channel()).isZero());
            assertThat(finding.text()).contains("filter 0 mixes 'foot' of 'stool' and 'head' of 'beast'");
        });
    }

    @Test
    void whereEveryFilterStandsForOnePartNothingIsReported() throws Exception {
        assertThat(mixtures(AnalyticNetwork.of(SIDE, PARTS, 2, Mixer.IDENTITY, 3),
                new float[][] {{6 * LOGIT, 0, 0, 0, LOGIT, 0}, {0, 6 * LOGIT, 3 * LOGIT, 0, 0, 0}}, new int[] {0, 4}, new int[] {1, 2})).isEmpty();
    }

    /** Both have heads, and heads speak for beasts: the network is wrong, its filters mix nothing. */
    @Test
    void aConfusionByOneAndTheSamePartIsNoMixture() throws Exception {
        assertThat(mixtures(AnalyticNetwork.of(SIDE, PARTS, 2, Mixer.IDENTITY, 3),
                new float[][] {{6 * LOGIT, 0, 0, 0, LOGIT, 0}, {0, 0, 3 * LOGIT, 0, 0, 0}}, new int[] {0, 4}, new int[] {0, 2})).isEmpty();
    }

    private List<Finding> mixtures(final AnalyticNetwork network, final float[][] head, final int[] beast, final int[] stool) throws Exception {
        new OnnxWriter("test").write(withHead(network.graph(), head), folder.resolve("model.onnx"));
        final StringBuilder landmarks = new StringBuilder("picture,landmark,row,col\n");
        final Random random = new Random(11);
        for (int i = 0; i < OF_A_CLASS; i++) {
            draw(network, "beast/%03d.png".formatted(i), beast, random, landmarks);
            draw(network, "stool/%03d.png".formatted(i), stool, random, landmarks);
        }
        Files.writeString(folder.resolve("parts.csv"), landmarks);
        Files.writeString(folder.resolve("test.filterscope"), """
                model: model.onnx
                labels: labels.txt
                input: { scale: 0.00392156862745098 }
                images: { folder: pictures, classes: folders }
                landmarks: parts.csv
                layers: [mixed]
                analyses: [filters, graph, flaws]
                graph: { mirrored: false, constants: published }
                output: report
                """);
        final Nd4jExecutor executor = Nd4jExecutor.load();
        new Diagnosis(() -> executor, "test", 1).run(new ConfigurationReader().read(folder.resolve("test.filterscope")), false,
                Progress.NONE);
        return Report.open(folder.resolve("report")).findings().orElseThrow().findings().stream()
                .filter(finding -> finding.kind() == FindingKind.MIXED_PATTERNS).toList();
    }

    private static NetworkGraph withHead(final NetworkGraph graph, final float[][] head) throws Exception {
        final float[] values = new float[head.length * head[0].length];
        for (int i = 0; i < values.length; i++) {
            values[i] = head[i / head[0].length][i % head[0].length];
        }
        final List<Node> nodes = new ArrayList<>(graph.nodes());
        nodes.replaceAll(node -> node.name().equals("logits") ? new Node("logits",
                new Dense(new Tensor(List.of(head.length, head[0].length), values), Tensor.vector(new float[head.length])), node.inputs()) : node);
        return new NetworkGraph("test", nodes);
    }

    private void draw(final AnalyticNetwork network, final String path, final int[] parts, final Random random, final StringBuilder landmarks)
            throws IOException {
        final List<Placed> placed = Arrays.stream(parts).mapToObj(part -> new Placed(part, PLACES[part][0] + random.nextInt(-4, 5),
                PLACES[part][1] + random.nextInt(-4, 5))).toList();
        placed.forEach(part -> landmarks.append("%s,%s,%d,%d%n".formatted(path, NAMES.get(part.part()), part.row(), part.col())));
        final float[] values = new Scene(SIDE, placed).picture(network.templates()).values();
        final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < SIDE * SIDE; i++) {
            final int grey = Math.round(255 * values[i]);
            image.setRGB(i % SIDE, i / SIDE, grey << 16 | grey << 8 | grey);
        }
        ImageIO.write(image, "png", folder.resolve("pictures").resolve(path).toFile());
    }
}
