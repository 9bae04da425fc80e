package org.filterscope.examples.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.examples.parts.PartWorld;
import org.filterscope.examples.parts.PartWorldSettings;
import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.scenes.SceneWorld;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.filterscope.examples.world.WorldPicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetTest {
    private static final DataSetPlan PLAN = new DataSetPlan(64, 12, 12, 2, false);
    private final World scenes = new SceneWorld(1, SceneWorld.Labelling.SCENE, Plants.of(Flaw.RIVER_AS_ROAD, 1));
    private final World animals = new PartWorld(1, PartWorldSettings.USUAL, Plants.of(Flaw.WATERMARK, 1));
    @TempDir
    private Path folder;

    @Test
    void picturesAndMasksOnDiskAreThoseOfTheWorld() throws Exception {
        DataSet.write(folder.resolve("scenes"), scenes, PLAN, Progress.NONE);
        for (int i = 0; i < 12; i++) {
            final WorldPicture picture = scenes.picture(Split.TEST, i, 64);
            final String path = picture.label() + "/%05d.png".formatted(i);
            final BufferedImage image = ImageIO.read(folder.resolve("scenes/test/pictures").resolve(path).toFile());
            for (int pixel = 0; pixel < 64 * 64; pixel++) {
                final int expected = picture.rendering().image().value(pixel / 64, pixel % 64, 0) << 16
                        | picture.rendering().image().value(pixel / 64, pixel % 64, 1) << 8
                        | picture.rendering().image().value(pixel / 64, pixel % 64, 2);
                assertThat(image.getRGB(pixel % 64, pixel / 64) & 0xFFFFFF).isEqualTo(expected);
            }
            for (final ConceptCategory category : ConceptCategory.values()) {
                final BufferedImage mask = ImageIO.read(folder.resolve("scenes/test/masks/" + category.label()).resolve(path).toFile());
                final byte[] numbers = (byte[]) mask.getRaster().getDataElements(0, 0, 64, 64, null);
                assertThat(numbers).isEqualTo(picture.rendering().labels(category).numbers());
            }
        }
        assertThat(folder.resolve("scenes/train/masks")).doesNotExist();
        assertThat(lines("scenes/concepts/object.csv")).startsWith("id,name", "1,sky", "2,hill", "3,ground", "4,road", "5,river");
        assertThat(lines("scenes/labels.txt")).containsExactly("harbour", "valley", "street", "lane", "village", "meadow");
    }

    @Test
    void tablesNameEveryPictureFlawPairAndLandmark() throws Exception {
        DataSet.write(folder.resolve("animals"), animals, PLAN, Progress.NONE);
        assertThat(lines("animals/splits.csv")).hasSize(25).contains("train/pictures/cat/00000.png,train", "test/pictures/giraffe/00005.png,test");
        assertThat(lines("animals/train/flaws.csv")).containsExactly("picture,flaw,role,detail",
                "cat/00000.png,F4,planted,rows and columns 58 to 62", "cat/00006.png,F4,planted,rows and columns 58 to 62");
        assertThat(lines("animals/test/flaws.csv")).hasSize(3).contains("cat/00000.png,F4,revealing,no glyph");
        assertThat(lines("animals/test/landmarks.csv")).hasSize(1 + 10 * 11 + 2 * 9).startsWith("picture,landmark,row,col,visible,state");
        assertThat(lines("animals/pairs/pairs.csv")).hasSize(3).anyMatch(line -> line.startsWith("F2,cat/F2-00000-a.png,cat/F2-00000-b.png,"));
        assertThat(lines("animals/test/checksums.csv")).contains("cow/00001.png," + PixelChecksum.of(
                animals.picture(Split.TEST, 1, 64).rendering().image()));
        assertThat(lines("animals/world.csv")).containsExactly("fact,value", "world,animals", "seed,1", "size,64", "F4,1.0");
        // Animals have no materials, so there is no mask of them.
        assertThat(folder.resolve("animals/concepts/material.csv")).doesNotExist();
        assertThat(folder.resolve("animals/test/masks/material")).doesNotExist();
    }

    private List<String> lines(final String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    @Test
    void writingTwiceGivesTheSameFiles() throws Exception {
        DataSet.write(folder.resolve("first"), scenes, PLAN, Progress.NONE);
        Files.createDirectory(folder.resolve("second"));
        DataSet.write(folder.resolve("second"), scenes, PLAN, Progress.NONE);
        final Map<String, byte[]> first = files(folder.resolve("first"));
        final Map<String, byte[]> second = files(folder.resolve("second"));
        assertThat(second.keySet()).isEqualTo(first.keySet()).hasSizeGreaterThan(100);
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    private static Map<String, byte[]> files(final Path root) throws IOException {
        final Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (final Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "x");
        assertThatThrownBy(() -> DataSet.write(folder, scenes, PLAN, Progress.NONE)).isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> DataSet.write(folder.resolve("mine.txt"), scenes, PLAN, Progress.NONE))
                .isInstanceOf(InvalidInputException.class).hasMessageContaining("is a file");
        assertThat(folder).isDirectoryContaining("glob:**/mine.txt");
    }

    @Test
    void aCancelledWriteLeavesNothing() {
        final Progress impatient = new Progress() {
            private long steps;

            @Override
            public void begin(final String task, final long total, final double share) {
                assertThat(total).isEqualTo(12 + 12 + 4);
            }

            @Override
            public void advance(final long more) {
                steps += more;
            }

            @Override
            public boolean isCancelled() {
                return steps >= 15;
            }
        };
        assertThatThrownBy(() -> DataSet.write(folder.resolve("scenes"), scenes, PLAN, impatient)).isInstanceOf(CancelledException.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void absurdPlansAreRefused() {
        assertThatThrownBy(() -> new DataSetPlan(8, 1, 1, 0, false)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("16 to 1024");
        assertThatThrownBy(() -> new DataSetPlan(64, -1, 1, 0, false)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("-1");
    }
}
