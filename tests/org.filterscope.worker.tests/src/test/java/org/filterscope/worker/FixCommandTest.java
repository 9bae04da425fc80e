package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.filterscope.testkit.ColourProject;
import org.filterscope.worker.WorkerProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code filterscope fix}: a copy, a table, and a model that is as it was. */
class FixCommandTest {
    @TempDir
    Path folder;
    private Path configuration;
    private byte[] model;

    @BeforeEach
    void write() throws Exception {
        configuration = ColourProject.write(folder, 6);
        model = Files.readAllBytes(folder.resolve("model.h5"));
    }

    /** Without the filter of its colour a picture has equal logits for both classes, of which red comes first. */
    @Test
    void aMutedFilterTakesItsAnswersAlong() throws Exception {
        final Path copy = folder.resolve("muted.h5");
        final Ended ended = fix("--mute", "colour/1", "--out", copy.toString());
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).contains("filter 1 of colour is 0 everywhere").contains("takes green for red: 0 of 6 times before, 6 after")
                .containsPattern("green +6 +100\\.0 % +0\\.0 % +-100\\.0 +-100\\.0 to -100\\.0").contains("Delete the copy to undo");
        assertThat(folder.resolve("muted.csv")).hasContent("""
                class,taken_for,pictures,before,after,change_low,change_high
                red,,6,1.0,1.0,0.0,0.0
                green,,6,1.0,0.0,-1.0,-1.0
                ,,12,1.0,0.5,-0.5,-0.5
                green,red,6,0.0,1.0,,
                """);
        // One in 0.05^6 by accident. That filter 2 never fires was known; now it is in the company of filter 1, which makes it another claim.
        assertThat(ended.out()).contains("findings on the same 12 pictures, with severity and harm:")
                .containsPattern("new +none +high 1\\.00 +takes 'green' for 'red': 6 of 6 pictures are lost")
                .containsPattern("gone +low 0\\.00 +none +1 of 3 filters").containsPattern("new +none +low 0\\.00 +2 of 3 filters")
                .contains("looked for neither before nor after: concept confusion, mixed patterns").containsPattern("looking for flaws took \\d");
        assertThat(Files.readAllLines(folder.resolve("muted-findings.csv"))).hasSizeGreaterThan(2).first()
                .isEqualTo("finding,id,kind,severity_before,harm_before,severity_after,harm_after,text,note");
        assertThat(folder.resolve("muted-findings.csv")).content().containsPattern("new,[0-9a-f]{12},class-confusion,,,high,1\\.0,");
        assertThat(Files.readAllBytes(folder.resolve("model.h5"))).isEqualTo(model);
        assertThat(Files.size(copy)).isEqualTo(model.length);
        final Ended again = fix("--mute", "colour/1", "--out", copy.toString());
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.error()).contains("--force replaces it");
        assertThat(fix("--mute", "colour/0", "--out", copy.toString(), "--force", "--no-findings").out())
                .contains("filter 0 of colour is 0 everywhere").doesNotContain("takes").doesNotContain("findings", "flaws");
        assertThat(folder.resolve("muted-findings.csv")).as("what was found of another copy").doesNotExist();
    }

    @Test
    void theMendedModelIsAModelLikeAnyOther() throws Exception {
        assertThat(fix("--mute", "colour/1", "--out", folder.resolve("muted.h5").toString()).code()).isZero();
        final Path second = folder.resolve("muted.filterscope");
        Files.writeString(second, Files.readString(configuration).replace("model.h5", "muted.h5"));
        final Path pictures = folder.resolve("greens");
        final Ended ended = WorkerProcess.run("fix", second.toString(), "--pictures", pictures.toString(), "--class", "green", "--as", "red");
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).contains("6 pictures of green that the model takes for red");
        assertThat(Files.readAllLines(pictures.resolve("pictures.csv"))).hasSize(7).contains("green/000.png,green,red,0.5");
        assertThat(pictures.resolve("green/000.png")).hasSameBinaryContentAs(folder.resolve("pictures/green/000.png"));
        assertThat(fix("--pictures", folder.resolve("none").toString(), "--class", "green", "--as", "red").out())
                .contains("the model takes no picture of green for red");
        final Path fitted = folder.resolve("fitted.h5");
        final Ended repaired = WorkerProcess.run("fix", second.toString(), "--repair", "--classes", "green", "--out", fitted.toString());
        assertThat(repaired.code()).as(repaired.error()).isZero();
        assertThat(repaired.out()).contains("layer class/linear");
    }

    @Test
    void everyMistakeIsOneSentence() throws Exception {
        assertRefused("there is nothing to do; say --mute, --mean, --repair or --pictures");
        assertRefused("--out must say where the mended copy goes", "--repair");
        assertRefused("--out wants one of --mute, --mean and --repair", "--pictures", "x", "--class", "red", "--as", "green", "--out", "y.h5");
        assertRefused("--pictures, --class and --as belong together", "--pictures", "x", "--class", "red");
        assertRefused("--classes says what --repair may change; there is no --repair", "--classes", "red", "--mute", "colour/1", "--out", "y.h5");
        assertRefused("'colour' is no filter; expected LAYER/CHANNEL, as in conv5/17", "--mute", "colour", "--out", "y.h5");
        assertRefused("y.onnx: the name must end in .h5", "--mute", "colour/1", "--out", "y.onnx");
        assertRefused("the model has no layer 'color'", "--mute", "color/1", "--out", folder.resolve("y.h5").toString());
        assertRefused("is the original model, which is never changed", "--mute", "colour/1", "--force", "--out",
                folder.resolve("model.h5").toString());
        assertRefused("has no pictures of a class 'blue'; it has green, red", "--pictures", folder.resolve("x").toString(), "--class", "blue",
                "--as", "red");
        assertThat(Files.readAllBytes(folder.resolve("model.h5"))).isEqualTo(model);
        assertThat(folder.resolve("y.h5")).doesNotExist();
    }

    private void assertRefused(final String message, final String... arguments) throws Exception {
        final Ended ended = fix(arguments);
        assertThat(ended.code()).as(ended.error()).isEqualTo(2);
        assertThat(ended.error()).contains(message).doesNotContain("\tat ");
        assertThat(ended.error().lines().filter(line -> line.startsWith("filterscope: "))).hasSize(1);
    }

    private static String[] with(final String first, final String second, final String... more) {
        final String[] all = new String[more.length + 2];
        all[0] = first;
        all[1] = second;
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    private Ended fix(final String... arguments) throws Exception {
        return WorkerProcess.run(with("fix", configuration.toString(), arguments));
    }
}
