package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.filterscope.core.report.Report;
import org.filterscope.testkit.ColourProject;
import org.filterscope.worker.WorkerProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a user of the command line gets: results, one clear line for every mistake, and the promised exit codes. */
class CommandLineTest {
    @TempDir
    Path folder;
    private Path configuration;

    @BeforeEach
    void write() throws Exception {
        configuration = ColourProject.write(folder, 6);
    }

    @Test
    void aRunWritesTheReportAndSaysWhere() throws Exception {
        final Ended ended = WorkerProcess.run("run", configuration.toString());
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).contains("3 filters of 1 layer over 12 pictures").contains(folder.resolve("report").toString());
        assertThat(ended.error()).contains("Showing pictures to the network (12)");
        final Report report = Report.open(folder.resolve("report"));
        assertThat(report.manifest().software()).containsKey("java");
        assertThat(report.filters("colour")).hasSize(3);
    }

    /** What computes is chosen, written down, and makes no difference beyond the rounding of single precision. */
    @Test
    void eitherExecutorGivesTheSameReport() throws Exception {
        final Report first = runOn("nd4j");
        final Report second = runOn("onnxruntime");
        assertThat(first.manifest().software()).containsKeys("nd4j", "backend").doesNotContainKey("onnxruntime");
        assertThat(second.manifest().software()).containsKey("onnxruntime").doesNotContainKey("nd4j");
        for (int channel = 0; channel < 3; channel++) {
            assertThat(second.filters("colour").get(channel).mean()).isCloseTo(first.filters("colour").get(channel).mean(), within(1e-5));
        }
    }

    private Report runOn(final String executor) throws Exception {
        final Path report = folder.resolve(executor);
        final Ended ended = WorkerProcess.run("run", configuration.toString(), "--executor", executor, "--out", report.toString());
        assertThat(ended.code()).as(ended.error()).isZero();
        final Report read = Report.open(report);
        assertThat(read.manifest().executor()).isEqualTo(executor);
        return read;
    }

    @Test
    void anUnknownExecutorIsRefusedWithThoseThatExist() throws Exception {
        final Ended ended = WorkerProcess.run("run", configuration.toString(), "--executor", "abacus");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.error()).contains("--executor").contains("'abacus'").contains("auto, nd4j, onnxruntime");
        assertThat(folder.resolve("report")).doesNotExist();
    }

    /** As on a Mac with an Intel processor, for which there are none: asked for, it is refused in one line; left to choose, ND4J computes. */
    @Test
    void withoutLibrariesOfOnnxRuntimeNd4jComputes() throws Exception {
        final Ended refused = WorkerProcess.end(withoutOnnxRuntime("run", configuration.toString(), "--executor", "onnxruntime"));
        assertThat(refused.code()).as(refused.error()).isEqualTo(2);
        assertThat(refused.error().lines().filter(line -> line.startsWith("filterscope: "))).singleElement().asString()
                .contains("ONNX Runtime cannot be loaded on");
        assertThat(refused.error()).doesNotContain("\tat ");
        final Ended chosen = WorkerProcess.end(withoutOnnxRuntime("run", configuration.toString()));
        assertThat(chosen.code()).as(chosen.error()).isZero();
        assertThat(chosen.error()).doesNotContainIgnoringCase("onnx");
        assertThat(Report.open(folder.resolve("report")).manifest().executor()).isEqualTo("nd4j");
    }

    private ProcessBuilder withoutOnnxRuntime(final String... arguments) throws Exception {
        final ProcessBuilder builder = WorkerProcess.builder(512, arguments);
        builder.command().replaceAll(argument -> argument.startsWith("-Donnxruntime.native.path=") ? "-Donnxruntime.native.path=" + folder
                : argument);
        return builder;
    }

    @Test
    void graphTellsAboutTheGraphsOfAReportAndSavesThem() throws Exception {
        Files.writeString(configuration, "analyses: [graph]\n", StandardOpenOption.APPEND);
        assertThat(WorkerProcess.run("run", configuration.toString()).out()).contains("explanatory graph of red: ");
        final String report = folder.resolve("report").toString();
        assertThat(WorkerProcess.run("graph", report).out()).contains("with patterns").contains("red").contains("green");
        final Path saved = folder.resolve("red.graphml");
        final Ended several = WorkerProcess.run("graph", report, "--out", saved.toString());
        assertThat(several.code()).isEqualTo(2);
        assertThat(several.error()).contains("choose one with --class: green, red");
        assertThat(WorkerProcess.run("graph", report, "--class", "red", "--out", saved.toString()).code()).isZero();
        assertThat(saved).content().contains("<graphml").endsWith("</graphml>\n");
        assertThat(WorkerProcess.run("graph", report, "--class", "red", "--out", saved.toString()).error()).contains("--force replaces it");
        assertThat(WorkerProcess.run("graph", report, "--class", "blue").error()).contains("has no explanatory graph of a class 'blue'");
        Files.write(folder.resolve("report/graph/red/graph.fsg"), new byte[100]);
        final Ended damaged = WorkerProcess.run("graph", report);
        assertThat(damaged.code()).isEqualTo(2);
        assertThat(damaged.error()).contains("graph.fsg");
    }

    @Test
    void locateFindsAPartFromAFewLabels() throws Exception {
        final StringBuilder labels = new StringBuilder("picture,landmark,row,col\n");
        for (int i = 0; i < 6; i++) {
            labels.append("red/%03d.png,corner,%d,%d%n".formatted(i, i, 2 * i));
        }
        Files.writeString(folder.resolve("corners.csv"), labels);
        assertThat(WorkerProcess.run("locate", configuration.toString(), "--parts", folder.resolve("corners.csv").toString()).code()).isEqualTo(2);
        Files.writeString(configuration, "analyses: [graph]\ngraph: { mirrored: false }\n", StandardOpenOption.APPEND);
        assertThat(WorkerProcess.run("run", configuration.toString()).code()).isZero();
        final Ended without = WorkerProcess.run("locate", configuration.toString());
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.error()).contains("give a table of labels with --parts");
        final Path patterns = folder.resolve("patterns.csv");
        final Ended inferred = WorkerProcess.run("patterns", configuration.toString(), folder.resolve("pictures/red").toString(), "--class", "red",
                "--out", patterns.toString(), "--split", "colour/0");
        assertThat(folder.resolve("patterns.npy")).isNotEmptyFile();
        assertThat(inferred.code()).as(inferred.error()).isZero();
        assertThat(Files.readAllLines(patterns)).hasSizeGreaterThan(6).first().asString().startsWith("picture,layer,channel,index,row,col,score");
        assertThat(Files.readAllLines(patterns).get(1)).startsWith("000.png,colour,0,").endsWith(",true");
        assertThat(WorkerProcess.run("patterns", configuration.toString(), folder.resolve("pictures/red").toString(), "--out",
                folder.resolve("other.csv").toString()).error()).contains("choose one with --class");
        final Path out = folder.resolve("places.csv");
        final Ended found = WorkerProcess.run("locate", configuration.toString(), "--parts", folder.resolve("corners.csv").toString(), "--labels", "3",
                "--out", out.toString());
        assertThat(found.code()).as(found.error()).isZero();
        assertThat(found.out()).contains("red    corner       3       3").doesNotContain("green");
        assertThat(Files.readAllLines(out)).hasSize(7).first().isEqualTo("picture,landmark,row,col,confidence");
    }

    @Test
    void convertSavesTheModelAsOnnx() throws Exception {
        final String model = folder.resolve("model.h5").toString();
        final Path saved = folder.resolve("model.onnx");
        final Ended ended = WorkerProcess.run("convert", model, saved.toString());
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out().lines()).singleElement().asString().startsWith(saved + ": ").contains("input 3 × 16 × 16, output 2 × 1 × 1");
        final byte[] bytes = Files.readAllBytes(saved);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).contains("Filterscope", "colour", "Conv", "GlobalAveragePool");
        final Ended again = WorkerProcess.run("convert", model, saved.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.error()).contains("model.onnx: exists already; --force replaces it");
        assertThat(WorkerProcess.run("convert", model, saved.toString(), "--force").code()).isZero();
        assertThat(Files.readAllBytes(saved)).isEqualTo(bytes);
        assertThat(WorkerProcess.run("convert", model, folder.resolve("model.pb").toString()).error()).contains("must end in .onnx");
        assertThat(WorkerProcess.run("convert", folder.resolve("none.h5").toString(), folder.resolve("none.onnx").toString()).code()).isEqualTo(2);
        assertThat(siblings()).contains("model.onnx").doesNotContain("none.onnx").noneMatch(name -> name.contains("unfinished"));
    }

    @Test
    void compareTellsWhatChangedBetweenReports() throws Exception {
        final String first = runOn("nd4j").directory().toString();
        final String second = runOn("onnxruntime").directory().toString();
        final Path out = folder.resolve("comparison");
        final Ended ended = WorkerProcess.run("compare", first, second, "--out", out.toString());
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).startsWith("2 reports, 0 events").contains("nd4j: 12 pictures").endsWith(out.toRealPath() + System.lineSeparator());
        assertThat(out.resolve("filters.csv")).content().contains("before,after,pairing").contains("nd4j,onnxruntime,number,colour,0,colour,0,");
        assertThat(WorkerProcess.run("compare", first, second, "--out", folder.resolve("pictures").toString()).error())
                .contains("no part of a comparison");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedBeforeAnythingIsCompared() throws Exception {
        final Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("notes.txt"), "mine");
        final Ended ended = WorkerProcess.run("compare", folder.toString(), folder.toString(), "--out", foreign.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.error()).contains("holds 'notes.txt'").doesNotContain("there is no report");
    }

    @Test
    void compareWithoutTwoReportsIsRefused() throws Exception {
        assertThat(WorkerProcess.run("compare", folder.toString()).code()).isEqualTo(2);
        final Ended ended = WorkerProcess.run("compare", folder.toString(), folder.toString());
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.error()).contains("there is no report to read");
    }

    @Test
    void namesListsWhatPeopleSaidOfFilters() throws Exception {
        assertThat(WorkerProcess.run("names", configuration.toString()).out()).contains("colours.filternames.csv: no filter has been named");
        Files.writeString(folder.resolve("colours.filternames.csv"), """
                fingerprint,name,verdict,layer,channel,label,note
                aa,red things,right,colour,0,red,
                """);
        final Ended ended = WorkerProcess.run("names", configuration.toString());
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).containsPattern("colour +0 +red things +right +red +no report");
        Files.writeString(folder.resolve("colours.filternames.csv"), "name\nred\n");
        final Ended broken = WorkerProcess.run("names", configuration.toString());
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.error()).contains("colours.filternames.csv:1: expected the header");
    }

    @Test
    void theReportCanGoElsewhere() throws Exception {
        final Path elsewhere = folder.resolve("my reports/first");
        assertThat(WorkerProcess.run("run", configuration.toString(), "--out", elsewhere.toString()).code()).isZero();
        assertThat(Report.isReport(elsewhere)).isTrue();
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test
    void helpVersionAndUsageErrors() throws Exception {
        assertThat(WorkerProcess.run("--version").out()).startsWith("filterscope 0.1.0");
        assertThat(WorkerProcess.run("--help").out()).contains("run", "inspect", "convert", "Exit codes");
        assertThat(WorkerProcess.run("dance").code()).isEqualTo(2);
        assertThat(WorkerProcess.run("run").code()).isEqualTo(2);
        assertThat(WorkerProcess.run().code()).isEqualTo(2);
    }

    @Test
    void inspectListsTheLayers() throws Exception {
        final Ended ended = WorkerProcess.run("inspect", folder.resolve("model.h5").toString());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Keras HDF5, input 3 × 16 × 16, output 2 × 1 × 1").containsPattern("colour +relu +3 +16 +16 +1 +1 +0\\s")
                .containsPattern("mean +global average pooling +3 +1 +1 +16 +16 +7.5")
                .containsPattern("colour/linear +convolution .* 1 × 1");
    }

    @Test
    void theExampleProjectIsWrittenAndAFolderInUseIsLeftAsItIs() throws Exception {
        final Path project = folder.resolve("example");
        final Ended ended = WorkerProcess.run("example", project.toString());
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).contains(project.toString(), "filterscope run " + project.resolve("flawed.filterscope"));
        assertThat(names(project)).contains(".classpath", ".project", "README.md", "data", "flawed.filterscope", "networks", "pom.xml",
                "sound.filterscope", "src");
        assertThat(names(project.resolve("networks"))).containsExactly("ribbons-f1-river-as-road.zip", "ribbons-sound.zip");

        final List<String> before = siblings();
        final Ended refused = WorkerProcess.run("example", folder.toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.error()).contains("filterscope: " + folder + ": is not empty").doesNotContain("Exception");
        assertThat(siblings()).isEqualTo(before);
    }

    @Test
    void everyBadInputGetsOneLineAndLeavesNothing() throws Exception {
        final byte[] model = Files.readAllBytes(folder.resolve("model.h5"));
        final String text = Files.readString(configuration);

        Files.write(folder.resolve("model.h5"), Arrays.copyOf(model, model.length / 2));
        assertRefused("model.h5: the HDF5 file is truncated");
        Files.write(folder.resolve("model.h5"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0});
        assertRefused("model.h5: the zip is truncated or damaged");
        Files.write(folder.resolve("model.h5"), model);

        Files.writeString(configuration, text.replace("folder: pictures", "folder: photos"));
        assertRefused("colours.filterscope:4: 'folder' names");
        Files.createDirectory(folder.resolve("photos"));
        assertRefused("photos: there are no pictures");
        Files.writeString(configuration, text + "colour: red\n");
        assertRefused("colours.filterscope:8: unknown key 'colour'");
        Files.writeString(configuration, text);

        ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png", folder.resolve("pictures/dot.png").toFile());
        assertRefused("dot.png: the picture has 1 × 1 pixels");
        Files.delete(folder.resolve("pictures/dot.png"));
        Files.writeString(folder.resolve("pictures/text.jpg"), "not a picture");
        assertRefused("text.jpg: is not a picture");
        Files.delete(folder.resolve("pictures/text.jpg"));

        Files.writeString(folder.resolve("report"), "a file where the report should go");
        assertRefusedAndUnchanged("report: is a file");
    }

    @Test
    void aPictureTooLargeForTheMemoryEndsWithItsOwnCode() throws Exception {
        ImageIO.write(new BufferedImage(9000, 9000, BufferedImage.TYPE_BYTE_BINARY), "png", folder.resolve("pictures/huge.png").toFile());
        final Ended ended = WorkerProcess.end(WorkerProcess.builder(64, "run", configuration.toString()));
        assertThat(ended.code()).as(ended.error()).isEqualTo(4);
        assertThat(ended.error()).contains("filterscope: out of memory");
        assertThat(siblings()).doesNotContain("report").noneMatch(name -> name.startsWith("."));
    }

    /** A build that runs in the background ignores Ctrl+C and its children inherit that, so the signal is given its meaning back first. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void interruptingARunLeavesNoReportAndAtMostWhatIsNeededToGoOn() throws Exception {
        ColourProject.write(folder, 3000);
        final ProcessBuilder builder = WorkerProcess.builder(512, "run", configuration.toString()).redirectErrorStream(true);
        builder.command().addAll(0, List.of("env", "--default-signal=INT"));
        final Process process = builder.start();
        try (var lines = process.inputReader()) {
            final boolean running = lines.lines().anyMatch(line -> line.startsWith("Showing pictures"));
            assertThat(running).isTrue();
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
        } finally {
            process.destroyForcibly();
        }
        assertThat(siblings()).doesNotContain("report").noneMatch(name -> name.startsWith(".") && !name.equals(".report.work"));
    }

    private void assertRefused(final String reason) throws Exception {
        assertRefusedAndUnchanged(reason);
        assertThat(siblings()).doesNotContain("report");
    }

    private void assertRefusedAndUnchanged(final String reason) throws Exception {
        final List<String> before = siblings();
        final Ended ended = WorkerProcess.run("run", configuration.toString());
        assertThat(ended.code()).as(ended.error()).isEqualTo(2);
        assertThat(ended.error().lines().filter(line -> line.startsWith("filterscope: "))).singleElement().asString().contains(reason);
        assertThat(ended.error()).doesNotContain("Exception", "\tat ");
        assertThat(siblings()).isEqualTo(before);
    }

    private List<String> siblings() throws Exception {
        return names(folder);
    }

    private static List<String> names(final Path directory) throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
