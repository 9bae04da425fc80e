package org.filterscope.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Search;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.DetectorRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.PairRow;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.testkit.ColourProject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with masks, landmarks and classes on a project whose numbers are known; see {@link ColourProject}. */
class EvidenceRunTest {
    private static final int PER_CLASS = 20;
    private static final double SHARE = (double) ColourProject.SQUARE * ColourProject.SQUARE / (ColourProject.SIDE * ColourProject.SIDE);
    private static Nd4jExecutor executor;

    @TempDir
    Path folder;
    private Path configuration;

    @BeforeAll
    static void load() throws Exception {
        executor = Nd4jExecutor.load();
    }

    @BeforeEach
    void write() throws Exception {
        configuration = ColourProject.write(folder, PER_CLASS);
        Files.writeString(folder.resolve("concepts.csv"), "id,name,category\n1,red square,object\n2,green square,object\n3,ground,scenery\n");
        final StringBuilder landmarks = new StringBuilder("picture,landmark,row,col\n");
        for (int i = 0; i < PER_CLASS; i++) {
            for (final String colour : List.of("red", "green")) {
                final String name = "%s/%03d.png".formatted(colour, i);
                mask(folder.resolve("pictures").resolve(name), folder.resolve("masks").resolve(name));
                landmarks.append("%s,corner,%d,%d%n".formatted(name, i % 12, 2 * i % 12));
                Files.createDirectories(folder.resolve("others").resolve(colour));
                Files.copy(folder.resolve("pictures").resolve(name), folder.resolve("others").resolve(name));
            }
        }
        Files.writeString(folder.resolve("corners.csv"), landmarks);
    }

    @Test
    void everyAnalysisFindsWhatIsThere() throws Exception {
        configure("concepts: { name: squares, masks: masks, names: concepts.csv }", "landmarks: corners.csv", "dissection: { quantile: 0.4 }",
                "analyses: [dissection, instability, classes, ablation, fields, similarity, flaws]");
        final DiagnosisSummary summary = run(false, Progress.NONE);
        assertThat(summary.findings()).contains("colour: 2 of 3 filters are detectors of a concept: 2 object (2 different)");
        final Report report = Report.open(folder.resolve("report"));
        final List<Scores> scores = report.filters("colour").stream().map(FilterRow::scores).toList();
        // The threshold is 0, where the squares of the filter's colour begin.
        assertThat(scores.get(0).text(Score.LABEL)).contains("red square");
        assertThat(scores.get(0).number(Score.IOU)).hasValue(1);
        assertThat(scores.get(1).text(Score.LABEL)).contains("green square");
        assertThat(scores.get(0).flag(Score.DETECTOR)).isTrue();
        assertThat(report.conceptSets("colour")).containsExactly("classes", "squares");
        assertThat(report.concepts("colour", "squares")).extracting(ConceptRow::concept).startsWith("red square", "green square", "ground");
        assertThat(report.detectors()).contains(new DetectorRow("colour", "object", 2, 2, 1));
        // The first of equal peaks is the square's corner.
        assertThat(report.landmarks("colour").get(0).instability()).isCloseTo(0, within(1e-6));
        assertThat(scores.get(0).number(Score.VECTOR_R2).getAsDouble()).isCloseTo(1, within(1e-6));
        assertThat(scores.get(0).text(Score.CLASS)).contains("red");
        assertThat(scores.get(0).number(Score.CLASS_AUC)).hasValue(1);
        assertThat(scores.get(0).text(Score.CONTRIBUTES_TO)).contains("red");
        assertThat(scores.get(0).number(Score.CONTRIBUTION).getAsDouble()).isCloseTo(100 * SHARE, within(1e-4));
        assertThat(report.pairs("colour")).contains(new PairRow(0, "red", "green", 1), new PairRow(1, "green", "red", 1));
        // Without the green filter both logits are 0, and the first class, red, is taken.
        assertThat(scores.get(1).text(Score.ABLATION_CLASS)).contains("green");
        assertThat(scores.get(1).number(Score.ABLATION)).hasValue(-1);
        final ClassRow green = report.classes("colour").stream().filter(row -> row.channel() == 1 && row.className().equals("green")).findFirst()
                .orElseThrow();
        assertThat(green.ablationZero()).isEqualTo(-1);
        assertThat(scores.get(0).number(Score.RF_MEASURED)).hasValue(1);
        assertThat(report.findings().orElseThrow().searches()).extracting(Search::kind).contains(FindingKind.DEAD_FILTERS);
        // Red is told by its colour alone, and its filter carries all of that.
        assertThat(scores.get(0).number(Score.HARM)).hasValue(1);
        assertThat(scores.get(0).text(Score.FINGERPRINT).orElseThrow()).hasSize(16).isNotEqualTo(scores.get(1).text(Score.FINGERPRINT).orElseThrow());
    }

    @Test
    void picturesOfOtherFoldersAreShownToo() throws Exception {
        configure("concepts: { name: squares, images: others, masks: masks, names: concepts.csv }",
                "landmarks: { file: corners.csv, images: others }", "dissection: { quantile: 0.4 }", "analyses: [dissection, instability]");
        run(false, Progress.NONE);
        final Report report = Report.open(folder.resolve("report"));
        assertThat(report.filters("colour").get(0).scores().number(Score.IOU)).hasValue(1);
        assertThat(report.landmarks("colour")).extracting(LandmarkRow::className).contains("red", "green");
        assertThat(report.predictions()).hasSize(2 * PER_CLASS);
    }

    @Test
    void interruptedAnywhereItGoesOnToTheVerySameReport() throws Exception {
        configure("concepts: { name: squares, images: others, masks: masks, names: concepts.csv }", "landmarks: corners.csv",
                "graph: { iterations: 3 }", "analyses: [dissection, instability, classes, ablation, fields, similarity, graph, flaws]");
        run(false, Progress.NONE);
        final Map<String, String> whole = InterruptedRun.content(folder.resolve("report"));
        for (final Stage stage : List.of(Stage.DISSECTION, Stage.INSTABILITY, Stage.CLASSES, Stage.ABLATION, Stage.FIELDS, Stage.SIMILARITY,
                Stage.MIRRORED, Stage.FLAWS, Stage.THUMBNAILS)) {
            assertThatThrownBy(() -> run(true, InterruptedRun.cancelledAt(stage.task()))).as(stage.task()).isInstanceOf(CancelledException.class);
            assertThat(run(true, Progress.NONE).resumed()).isEqualTo(4 * PER_CLASS);
            assertThat(InterruptedRun.content(folder.resolve("report"))).isEqualTo(whole);
        }
    }

    @Test
    void anAnalysisWhoseDataAreMissingIsRefusedWhenItIsNamedAndLeftOutOtherwise() throws Exception {
        configure("analyses: [instability]");
        assertThatThrownBy(() -> run(false, Progress.NONE)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("colours.filterscope:8: the analysis 'instability' needs 'landmarks'");
        configure("sample: 10");
        run(false, Progress.NONE);
        assertThat(Report.open(folder.resolve("report")).manifest().analyses()).containsExactly("filters", "dissection", "classes", "similarity", "flaws");
    }

    @Test
    void picturesWithoutClassesAndLayersWithoutMapsAreNothingToCompareWith() throws Exception {
        for (final String colour : List.of("red", "green")) {
            Files.move(folder.resolve("pictures/%s/000.png".formatted(colour)), folder.resolve("others/%s.png".formatted(colour)));
        }
        configure("analyses: [ablation]");
        Files.writeString(configuration, Files.readString(configuration).replace("folder: pictures", "folder: pictures/red"));
        assertThatThrownBy(() -> run(false, Progress.NONE)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("the analysis 'ablation' needs pictures of two classes or more");
        configure();
        Files.writeString(configuration, Files.readString(configuration).replace("folder: pictures/red", "folder: pictures/green"));
        run(false, Progress.NONE);
        assertThat(Report.open(folder.resolve("report")).manifest().analyses()).containsExactly("filters", "similarity", "flaws");
        configure();
        Files.writeString(configuration, Files.readString(configuration).replace("pictures/green", "pictures").replace("[colour]", "[colour, mean]"));
        assertThat(run(false, Progress.NONE).findings()).contains("mean: not dissected: it has no maps, only one value a filter");
        assertThat(Report.open(folder.resolve("report")).manifest().settings()).containsEntry("contributions.colour", "exact, 38 pictures")
                .containsEntry("dissection.upsampling", "anchored");
    }

    private void configure(final String... lines) throws Exception {
        final String text = Files.readString(configuration).lines()
                .filter(line -> line.matches("(model|labels|input|images|layers|filters|output):.*"))
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(configuration, text + String.join("\n", lines) + "\n");
    }

    private DiagnosisSummary run(final boolean resume, final Progress progress) throws InvalidInputException {
        return new Diagnosis(() -> executor, "test", 1).run(new ConfigurationReader().read(configuration), resume, progress);
    }

    /** 1 where the picture is red, 2 where it is green, 3 elsewhere. */
    private static void mask(final Path picture, final Path mask) throws IOException {
        final BufferedImage from = ImageIO.read(picture.toFile());
        final BufferedImage to = new BufferedImage(from.getWidth(), from.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 0; row < from.getHeight(); row++) {
            for (int col = 0; col < from.getWidth(); col++) {
                final int colour = from.getRGB(col, row);
                to.getRaster().setSample(col, row, 0, (colour >> 16 & 0xff) > 0 ? 1 : (colour >> 8 & 0xff) > 0 ? 2 : 3);
            }
        }
        Files.createDirectories(mask.getParent());
        ImageIO.write(to, "png", mask.toFile());
    }
}
