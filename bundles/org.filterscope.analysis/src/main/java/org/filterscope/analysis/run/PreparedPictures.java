package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.List;

import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.engine.picture.PictureFile;

/** Reads pictures once more, one by one. */
final class PreparedPictures implements PictureInputs {
    private final List<PictureFile> pictures;
    private final InputPreparation preparation;
    private final PictureDecoder decoder = new PictureDecoder();

    PreparedPictures(final List<PictureFile> pictures, final InputPreparation preparation) {
        this.pictures = pictures;
        this.preparation = preparation;
    }

    @Override
    public void write(final int picture, final float[] values, final int start) throws IOException {
        try {
            preparation.write(preparation.fit(decoder.read(pictures.get(picture).file())), values, start);
        } catch (final InvalidInputException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
