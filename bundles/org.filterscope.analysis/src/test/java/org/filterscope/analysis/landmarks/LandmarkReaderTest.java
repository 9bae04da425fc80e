package org.filterscope.analysis.landmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.InputSettings;
import org.filterscope.core.configuration.InputSettings.ChannelOrder;
import org.filterscope.core.configuration.InputSettings.Resampling;
import org.filterscope.core.configuration.InputSettings.Resize;
import org.filterscope.core.configuration.LandmarkSettings;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.testkit.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures are 20 × 20 pixels, the network's input 10 × 10: a place p of the picture is p / 2 − 0.5 on the input. */
class LandmarkReaderTest {
    @TempDir
    Path folder;
    private List<PictureFile> pictures;

    @BeforeEach
    void draw() throws Exception {
        final Path images = folder.resolve("pictures");
        pictures = List.of(picture(images, "cat/1.png"), picture(images, "cat/2.png"), picture(images, "dog/3.png"));
    }

    private static PictureFile picture(final Path images, final String path) throws Exception {
        return new PictureFile(path, Pictures.square(images.resolve(path), 20, Color.BLACK, Color.WHITE, 5, 5, 5), "");
    }

    @Test
    void pointsLieOnTheInputWhereTheirPixelLies() throws Exception {
        final Landmarks landmarks = read("""
                picture,landmark,row,col,visible,state
                cat/1.png,head,4,10,1,visible
                cat/1.png,tail,20,0,1,visible
                cat/2.png,head,6,11,0,occluded
                dog/3.png,head,30,3,1,visible
                elsewhere.png,horn,1,1,1,visible
                """);
        assertThat(landmarks.names()).containsExactly("head", "tail");
        assertThat(landmarks.pictures()).isEqualTo(3);
        assertThat(landmarks.rows()[0]).containsExactly(1.5, Double.NaN, Double.NaN);
        assertThat(landmarks.cols()[0]).containsExactly(4.5, Double.NaN, Double.NaN);
        assertThat(landmarks.rows()[1]).containsExactly(9.5, Double.NaN, Double.NaN);
        assertThat(landmarks.anyVisible(0)).isTrue();
        assertThat(landmarks.anyVisible(2)).as("beyond the picture's lower edge").isFalse();
    }

    @Test
    void theStateDoesWhereNothingElseTellsWhatIsSeen() throws Exception {
        final Landmarks landmarks = read("picture,landmark,row,col,state\ncat/1.png,head,4,10,missing\ncat/2.png,head,4,10,visible\n");
        assertThat(landmarks.visible(0, 0)).isFalse();
        assertThat(landmarks.visible(0, 1)).isTrue();
    }

    @Test
    void theCentreOfABoxCounts() throws Exception {
        final Landmarks landmarks = read("picture,landmark,top,left,bottom,right\ndog/3.png,head,2,4,6,16\n");
        assertThat(landmarks.rows()[0][2]).isEqualTo(1.5);
        assertThat(landmarks.cols()[0][2]).isEqualTo(4.5);
    }

    @Test
    void aLineMayHoldAllLandmarksOfAPicture() throws Exception {
        final Landmarks landmarks = read("""
                file,category,width,height,box_xmin,head_x,head_y,head_w,head_h,leg_x,leg_y
                cat/1.png,cat,20,20,1,10,4,3,3,,
                cat/2.png,cat,20,20,1,2.5,3.5,3,3,20,19
                """);
        assertThat(landmarks.names()).containsExactly("head", "leg");
        assertThat(landmarks.rows()[0]).containsExactly(1.5, 1.25, Double.NaN);
        assertThat(landmarks.cols()[0]).containsExactly(4.5, 0.75, Double.NaN);
        assertThat(landmarks.visible(1, 0)).isFalse();
        assertThat(landmarks.rows()[1][1]).isCloseTo(9, within(1e-12));
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() throws Exception {
        assertThat(read("\uFEFFpicture,landmark,row,col\ncat/1.png,head,4,10\n").names()).containsExactly("head");
    }

    @Test
    void croppingTakesLandmarksAway() throws Exception {
        final Path wide = Files.createDirectories(folder.resolve("wide")).resolve("w.png");
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", wide.toFile());
        final Path table = Files.writeString(folder.resolve("wide.csv"), "picture,landmark,row,col\nw.png,nose,10,20\nw.png,ear,10,5\n");
        final Landmarks landmarks = LandmarkReader.read(new LandmarkSettings(table, folder.resolve("wide")),
                List.of(new PictureFile("w.png", wide, "")), preparation(Resize.CROP), Progress.NONE);
        assertThat(landmarks.cols()[0][0]).isEqualTo(4.5);
        assertThat(landmarks.visible(1, 0)).isFalse();
    }

    @Test
    void whatIsWrongIsToldWithFileAndLine() {
        refused("picture,landmark,row,col\ncat/1.png,head,4,10\ncat/1.png,tail,x,10\n", "landmarks.csv:3: 'row' is 'x'; expected a number of pixels");
        refused("picture,landmark,row,col\ncat/1.png,head,NaN,10\n", "landmarks.csv:2: 'row' is 'NaN'; expected a number of pixels");
        refused("picture,landmark,row,col\ncat/1.png,head,,10\n", ":2: 'row' is empty; expected a number of pixels");
        refused("picture,landmark,row,col,visible\ncat/1.png,head,1,10,perhaps\n", ":2: 'visible' is 'perhaps'; expected 1 or 0");
        refused("picture,landmark,row,col\ncat/1.png,head,4,10\ncat/1.png,head,5,10\n", ":3: 'head' is there twice for picture 'cat/1.png'");
        refused("picture,landmark,top,left,bottom,right\ncat/1.png,head,9,1,2,3\n", ":2: 'top' is 9 and 'bottom' is 2");
        refused("file,head_x,head_y\ncat/1.png,3,\n", ":2: only one of 'head_x' and 'head_y' is given");
        refused("image,x,y\ncat/1.png,3,4\n", ":1: the columns are 'image,x,y'; expected 'picture,landmark,row,col'");
        refused("picture,landmark,row,col\n1.png,head,4,10\n",
                "tells of none of the 3 pictures; it names pictures like '1.png', expected paths below");
        refused("picture,landmark,row,col\n", "there are no landmarks in this table");
        refused("", "there are no landmarks in this table");
        refused("picture,landmark,row,col\ncat/1.png,head\n", "landmarks.csv:2: 2 fields, expected the 4 of picture,landmark,row,col");
        refused("landmark,row,col,picture\nhead,4,10,cat/1.png\nhead,1,2\n", "landmarks.csv:3: 3 fields, expected the 4");
        refused("picture,landmark,row,col\ncat/1.png,head,4,10\n\"cat/2.png,head,4,10\ncat/2.png,tail,4,10\n",
                "landmarks.csv:3: a quotation mark is opened and not closed");
        final StringBuilder many = new StringBuilder("picture,landmark,row,col\n");
        for (int i = 0; i < 65; i++) {
            many.append("cat/1.png,point %d,4,10%n".formatted(i));
        }
        refused(many.toString(), ":66: 'point 64' is the 65th landmark; expected at most 64 different ones");
    }

    private void refused(final String table, final String message) {
        assertThatThrownBy(() -> read(table)).isInstanceOf(InvalidInputException.class).hasMessageContaining(message);
    }

    private Landmarks read(final String table) throws Exception {
        final Path file = Files.writeString(folder.resolve("landmarks.csv"), table);
        return LandmarkReader.read(new LandmarkSettings(file, folder.resolve("pictures")), pictures, preparation(Resize.STRETCH), Progress.NONE);
    }

    private static InputPreparation preparation(final Resize resize) throws InvalidInputException {
        return new InputPreparation(new InputSettings(Optional.empty(), 1, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0), ChannelOrder.RGB, resize,
                Resampling.PIL), new Shape(3, 10, 10));
    }
}
