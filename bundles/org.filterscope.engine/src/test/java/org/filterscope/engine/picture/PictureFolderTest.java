package org.filterscope.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.PictureSettings;
import org.filterscope.core.configuration.PictureSettings.ClassSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFolderTest {
    @TempDir
    Path folder;

    @Test
    void theFirstFolderIsTheClassAndTheReportIsLeftOut() throws Exception {
        touch("river/b.jpg", "river/deep/a.PNG", "road/c.jpeg", "loose.png", "road/d.TIF", "road/e.tiff", "road/f.webp", "notes.txt",
                ".hidden/x.png", "report/pictures/sheet-000.jpg");
        final PictureFolder found = PictureFolder.list(settings(ClassSource.FOLDERS, 0, 1), folder.resolve("report"));
        assertThat(found.pictures().stream().map(picture -> picture.path() + "=" + picture.label())).containsExactly("loose.png=",
                "river/b.jpg=river", "river/deep/a.PNG=river", "road/c.jpeg=road", "road/d.TIF=road", "road/e.tiff=road", "road/f.webp=road");
        assertThat(found.classes()).containsExactly("river", "road");
        assertThat(PictureFolder.list(settings(ClassSource.NONE, 0, 1), folder.resolve("report")).classes()).isEmpty();
    }

    @Test
    void aLimitDrawsEvenlyFromTheClassesAndTheSeedDecides() throws Exception {
        for (int i = 0; i < 20; i++) {
            touch("big/%02d.png".formatted(i), "large/%02d.png".formatted(i));
        }
        touch("small/0.png");
        final PictureFolder drawn = PictureFolder.list(settings(ClassSource.FOLDERS, 11, 1), folder.resolve("report"));
        assertThat(drawn.pictures().stream().collect(Collectors.groupingBy(PictureFile::label, Collectors.counting())))
                .containsEntry("big", 5L).containsEntry("large", 5L).containsEntry("small", 1L);
        assertThat(PictureFolder.list(settings(ClassSource.FOLDERS, 11, 1), folder.resolve("report"))).isEqualTo(drawn);
        assertThat(PictureFolder.list(settings(ClassSource.FOLDERS, 11, 2), folder.resolve("report"))).isNotEqualTo(drawn);
    }

    @Test
    void linksAreFollowedAndReportsAreNotTakenForPictures() throws Exception {
        touch("data/river/a.png", "pictures/old-report/pictures/sheet-000.png");
        Files.writeString(folder.resolve("pictures/old-report/manifest.json"), "{\"tool\": \"filterscope\"}");
        Files.createSymbolicLink(folder.resolve("pictures/river"), folder.resolve("data/river"));
        Files.createSymbolicLink(folder.resolve("pictures/loop"), folder.resolve("pictures"));
        final PictureSettings settings = new PictureSettings(folder.resolve("pictures"), ClassSource.FOLDERS, 0, 1);
        assertThat(PictureFolder.list(settings, folder.resolve("report")).pictures()).extracting(PictureFile::path).containsExactly("river/a.png");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("pictures"));
        assertThat(PictureFolder.list(new PictureSettings(folder.resolve("link"), ClassSource.FOLDERS, 0, 1), folder).pictures()).hasSize(1);
    }

    @Test
    void anEmptyFolderIsToldWithWhatWasExpected() {
        assertThatThrownBy(() -> PictureFolder.list(settings(ClassSource.FOLDERS, 0, 1), folder.resolve("report")))
                .isInstanceOf(InvalidInputException.class).hasMessageContaining(folder.toString()).hasMessageContaining(".jpg");
    }

    private PictureSettings settings(final ClassSource classes, final int limit, final long seed) {
        return new PictureSettings(folder, classes, limit, seed);
    }

    private void touch(final String... names) throws Exception {
        for (final String name : List.of(names)) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.createFile(folder.resolve(name));
        }
    }
}
