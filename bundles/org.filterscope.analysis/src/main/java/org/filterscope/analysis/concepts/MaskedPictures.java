package org.filterscope.analysis.concepts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConceptSettings;
import org.filterscope.core.configuration.PictureSettings;
import org.filterscope.core.configuration.PictureSettings.ClassSource;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.Mask;
import org.filterscope.engine.picture.MaskDecoder;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;
import org.filterscope.engine.picture.PictureHeader;

/** A concept set on disk: pictures with masks. */
public final class MaskedPictures implements ConceptSet {
    private final ConceptSettings settings;
    private final InputPreparation preparation;
    private final ConceptTable table;
    private final List<PictureFile> pictures;
    private final MaskDecoder decoder = new MaskDecoder();
    /** By picture, once it was looked at. */
    private final AtomicReferenceArray<PictureHeader> headers;

    private MaskedPictures(final ConceptSettings settings, final InputPreparation preparation, final ConceptTable table,
            final List<PictureFile> pictures) {
        this.settings = settings;
        this.preparation = preparation;
        this.table = table;
        this.pictures = pictures;
        headers = new AtomicReferenceArray<>(pictures.size());
    }

    /**
     * Lists the pictures that have a mask; opens none.
     *
     * @param preparation makes the network's input of these pictures
     * @param without     a folder not to look into: the report's
     * @throws InvalidInputException when no picture has a mask, or the table of names cannot be used
     */
    public static MaskedPictures list(final ConceptSettings settings, final InputPreparation preparation, final Path without)
            throws InvalidInputException {
        final ConceptTable table = ConceptTable.read(settings);
        final PictureFolder folder = PictureFolder.list(new PictureSettings(settings.images(), ClassSource.NONE, 0, 0), without);
        final List<PictureFile> pictures = folder.pictures().stream().filter(picture -> Files.isRegularFile(mask(settings, picture))).toList();
        if (pictures.isEmpty()) {
            throw new InvalidInputException("%s: no picture of %s has a mask here; expected %s for %s".formatted(settings.masks(),
                    settings.images(), mask(settings, folder.pictures().get(0)), folder.pictures().get(0).path()));
        }
        return new MaskedPictures(settings, preparation, table, pictures);
    }

    /** The file that would be a picture's mask. */
    private static Path mask(final ConceptSettings settings, final PictureFile picture) {
        final String path = picture.path();
        return settings.masks().resolve(path.substring(0, path.lastIndexOf('.')) + ".png");
    }

    /**
     * Looks at the headers of all masks.
     *
     * @throws InvalidInputException when one is no mask, or does not fit its picture
     */
    public void check(final Progress progress) throws InvalidInputException {
        for (int picture = 0; picture < pictures.size(); picture++) {
            progress.checkCancelled();
            check(picture);
            progress.advance(1);
        }
    }

    private PictureHeader check(final int picture) throws InvalidInputException {
        final PictureFile file = pictures.get(picture);
        final PictureHeader header = decoder.check(mask(settings, file), file.file());
        headers.set(picture, header);
        return header;
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public List<Concept> concepts() {
        return table.concepts();
    }

    @Override
    public List<PictureFile> pictures() {
        return pictures;
    }

    @Override
    public short[] labels(final int picture) throws InvalidInputException {
        final PictureFile file = pictures.get(picture);
        final PictureHeader header = headers.get(picture);
        final short[] labels = preparation.fit(decoder.read(mask(settings, file), file.file(), header == null ? check(picture) : header));
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labels[i] == Mask.OUTSIDE ? NONE : table.labels()[labels[i]];
        }
        return labels;
    }
}
