package org.filterscope.analysis.concepts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConceptSettings;
import org.filterscope.core.configuration.InputSettings;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;
import org.filterscope.testkit.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConceptSetTest {
    private static final int SIDE = 8;
    private static final Shape INPUT = new Shape(3, 4, 4);

    @TempDir
    Path folder;

    @Test
    void onlyPicturesWithAMaskBelongToASet() throws Exception {
        picture("street/b.png");
        picture("street/a.png");
        picture("street/without.png");
        mask("street/a.png", 5);
        mask("street/b.png", 0);
        final MaskedPictures set = list();
        assertThat(set.name()).isEqualTo("streets");
        assertThat(set.pictures()).extracting(PictureFile::path).containsExactly("street/a.png", "street/b.png");
        set.check(Progress.NONE);
    }

    /** The mask's left half is 5 ("car"), its right half 9, which the table does not name. */
    @Test
    void labelsAreConceptsAtTheSizeOfTheInput() throws Exception {
        picture("a.png");
        mask("a.png", 5);
        assertThat(list().labels(0)).containsExactly(1, 1, -1, -1, 1, 1, -1, -1, 1, 1, -1, -1, 1, 1, -1, -1);
    }

    @Test
    void aSetWithoutMasksIsToldWithThePlaceWhereOneWasExpected() throws Exception {
        picture("street/a.png");
        assertThatThrownBy(this::list).isInstanceOf(InvalidInputException.class).hasMessageContainingAll("no picture of", "has a mask here",
                "street/a.png");
    }

    @Test
    void aMaskOfAnotherSizeIsFoundBeforeAnythingIsComputed() throws Exception {
        picture("a.png");
        final Path mask = folder.resolve("masks/a.png");
        Files.createDirectories(mask.getParent());
        ImageIO.write(new BufferedImage(SIDE, SIDE + 1, BufferedImage.TYPE_BYTE_GRAY), "png", mask.toFile());
        final MaskedPictures set = list();
        assertThatThrownBy(() -> set.check(Progress.NONE)).isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("a.png", "8 × 9 pixels", "8 × 8");
    }

    @Test
    void aClassCoversItsWholePicture() {
        final Path file = folder.resolve("x.png");
        final ClassPictures set = new ClassPictures(new PictureFolder(List.of(new PictureFile("river/x.png", file, "river"),
                new PictureFile("road/y.png", file, "road"), new PictureFile("z.png", file, "")), List.of("river", "road")), new Shape(3, 1, 2));
        assertThat(set.concepts()).containsExactly(new Concept("river", "scene"), new Concept("road", "scene"));
        assertThat(set.labels(0)).containsExactly(0, 0);
        assertThat(set.labels(1)).containsExactly(1, 1);
        assertThat(set.labels(2)).containsExactly(ConceptSet.NONE, ConceptSet.NONE);
    }

    private MaskedPictures list() throws Exception {
        final Path names = Files.writeString(folder.resolve("names.csv"), "id,name\n0,sky\n5,car\n");
        return MaskedPictures.list(new ConceptSettings("streets", folder.resolve("images"), Files.createDirectories(folder.resolve("masks")),
                names, "object"), new InputPreparation(InputSettings.DEFAULT, INPUT), folder.resolve("report"));
    }

    private void picture(final String path) throws IOException {
        Pictures.square(folder.resolve("images").resolve(path), SIDE, Color.GRAY, Color.RED, 1, 1, 2);
    }

    private void mask(final String path, final int left) throws IOException {
        final BufferedImage mask = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < SIDE * SIDE; i++) {
            mask.getRaster().setSample(i % SIDE, i / SIDE, 0, i % SIDE < SIDE / 2 ? left : 9);
        }
        final Path file = folder.resolve("masks").resolve(path);
        Files.createDirectories(file.getParent());
        ImageIO.write(mask, "png", file.toFile());
    }
}
