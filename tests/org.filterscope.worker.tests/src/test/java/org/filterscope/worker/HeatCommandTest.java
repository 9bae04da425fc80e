package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.filterscope.testkit.ColourProject;
import org.filterscope.worker.WorkerProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code filterscope heat} on squares of 4 × 4 of 16 × 16 pixels, whose class activation map is the square itself. */
class HeatCommandTest {
    private static final int PER_CLASS = 12;

    @TempDir
    Path folder;
    private Path configuration;

    @BeforeEach
    void write() throws Exception {
        configuration = ColourProject.write(folder, PER_CLASS);
    }

    /** As {@link ColourProject} places its squares. */
    private void writeMasks() throws Exception {
        Files.writeString(folder.resolve("concepts.csv"), "id,name,category\n1,red,object\n2,green,object\n");
        for (final String label : List.of("red", "green")) {
            for (int i = 0; i < PER_CLASS; i++) {
                final BufferedImage mask = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
                for (int pixel = 0; pixel < 16; pixel++) {
                    mask.getRaster().setSample(2 * i % 12 + pixel % 4, i % 12 + pixel / 4, 0, label.equals("red") ? 1 : 2);
                }
                final Path file = folder.resolve("masks/%s/%03d.png".formatted(label, i));
                Files.createDirectories(file.getParent());
                ImageIO.write(mask, "png", file.toFile());
            }
        }
        Files.writeString(configuration, "concepts: { masks: masks, names: concepts.csv }\n", StandardOpenOption.APPEND);
    }

    @Test
    void eachMethodIsMeasuredBesideMapsThatKnowNothing() throws Exception {
        writeMasks();
        final Path out = folder.resolve("measured");
        final Ended ended = WorkerProcess.run("heat", configuration.toString(), "--methods", "cam,saliency", "--tested", "4", "--out",
                out.toString());
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.error()).contains("Making heat maps").contains("Testing heat maps");
        assertThat(ended.out()).contains("24 pictures, seed 1")
                .contains("24 pictures show the object of their class; it covers 6.3 % of a picture on average")
                .containsPattern("CAM +colour +1 +1 ").containsPattern("CAM +100\\.0 % +86 to 100 % .* 0\\.0 % +0\\.0 % +0 to 14 %")
                .containsPattern("centre +").containsPattern("noise +").contains("4 pictures tested").contains(out.toString());
        final List<String> methods = Files.readAllLines(out.resolve("methods.csv"));
        assertThat(methods).hasSize(5);
        assertThat(methods.get(0)).startsWith("method,layer,pictures,seed,executor,forward,backward,seconds,masked,area,pointing,");
        assertThat(methods.get(1)).startsWith("CAM,colour,24,1,onnxruntime,1.0,1.0,").contains(",24,0.0625,1.0,");
        // Two layers with weights, five networks with all weights shuffled, and the last layer from right and from permuted labels: of two methods.
        assertThat(Files.readAllLines(out.resolve("changes.csv"))).hasSize(1 + 2 * 9).contains("method,change,layer,seed,similarity");
    }

    @Test
    void withoutMasksTheCommandSaysSoAndMeasuresTheRestIntoTheReport() throws Exception {
        assertThat(WorkerProcess.run("run", configuration.toString()).code()).isZero();
        final Ended ended = WorkerProcess.run("heat", configuration.toString(), "--methods", "cam", "--tested", "0", "--pictures", "6");
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).contains("6 pictures, seed 1").contains("There are no masks of these pictures ('concepts' in the configuration): "
                + "nothing is said of pointing, energy and boxes.").doesNotContain("peak in object").doesNotContain("deletion");
        assertThat(folder.resolve("report/heat/methods.csv")).exists();
        assertThat(WorkerProcess.run("run", configuration.toString()).code()).as("a report with measured heat is still a report").isZero();
    }

    @Test
    void mistakesOfTheUserTakeOneLine() throws Exception {
        assertMistake("there is no heat map 'warm'; there are cam, grad-cam", "--methods", "warm");
        assertMistake("--pictures must be 0 or more, not -1", "--pictures", "-1");
        assertMistake("has no pictures of a class 'blue'; it has green, red", "--class", "blue");
        assertMistake("the model has no layer 'nose' to look into", "--layer", "nose");
    }

    private void assertMistake(final String message, final String... options) throws Exception {
        final Ended ended = WorkerProcess.run(Stream.concat(Stream.of("heat", configuration.toString()), Stream.of(options)).toArray(String[]::new));
        assertThat(ended.code()).as(ended.error()).isEqualTo(2);
        assertThat(ended.error()).contains(message).doesNotContain("\tat ");
    }
}
