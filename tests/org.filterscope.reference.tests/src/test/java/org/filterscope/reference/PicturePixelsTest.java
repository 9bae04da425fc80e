package org.filterscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.filterscope.core.configuration.InputSettings;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.Picture;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.reference.ReferenceData.Item;
import org.junit.jupiter.api.Test;

/** The references' inputs were made by the Python Imaging Library from JPEG files that are here too: ours must be the same pixels. */
class PicturePixelsTest {

    @Test
    void aResizedJpegHasThePixelsThatTrainingCodeSaw() throws Exception {
        final ReferenceData data = ReferenceData.find();
        final InputPreparation preparation = new InputPreparation(InputSettings.DEFAULT, new Shape(3, 227, 227));
        for (final Item item : data.reference("landuse12").items()) {
            final Picture ours = preparation.fit(new PictureDecoder().read(data.file(item.source()))).picture();
            final Picture theirs = new PictureDecoder().read(data.file("reference/landuse12/" + item.file()));
            assertThat(ours.values()).as(item.source()).isEqualTo(theirs.values());
        }
    }
}
