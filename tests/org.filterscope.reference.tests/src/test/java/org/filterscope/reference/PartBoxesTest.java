package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.IntStream;

import org.filterscope.analysis.landmarks.LandmarkReader;
import org.filterscope.analysis.landmarks.Landmarks;
import org.filterscope.core.configuration.InputSettings;
import org.filterscope.core.configuration.LandmarkSettings;
import org.filterscope.core.configuration.PictureSettings;
import org.filterscope.core.configuration.PictureSettings.ClassSource;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureFolder;
import org.junit.jupiter.api.Test;

/** The animals of the authors of location instability, with boxes around head and leg. */
class PartBoxesTest {

    @Test
    void theirTableIsReadAsItIs() throws Exception {
        final Path images = ReferenceData.find().file("parts-animals/images");
        final PictureFolder pictures = PictureFolder.list(new PictureSettings(images, ClassSource.NONE, 0, 1), images.resolve("report"));
        final Landmarks landmarks = LandmarkReader.read(new LandmarkSettings(images.resolveSibling("parts.csv"), images), pictures.pictures(),
                new InputPreparation(InputSettings.DEFAULT, new Shape(3, 227, 227)), Progress.NONE);
        assertThat(landmarks.names()).containsExactly("head", "leg");
        assertThat(landmarks.pictures()).isEqualTo(300);
        final int first = IntStream.range(0, 300).filter(i -> pictures.pictures().get(i).path().equals("cat_00001.jpg")).findFirst().orElseThrow();
        // A picture of 400 × 267 with the head at 223.9, 96.2.
        assertThat(landmarks.cols()[0][first]).isCloseTo(223.9 * 227 / 400 - 0.5, within(1e-9));
        assertThat(landmarks.rows()[0][first]).isCloseTo(96.2 * 227 / 267 - 0.5, within(1e-9));
        assertThat(IntStream.range(0, 300).filter(i -> landmarks.visible(0, i)).count()).isGreaterThan(290);
    }
}
