package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.Picture;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.engine.picture.PictureSize;
import org.filterscope.engine.picture.Placement;
import org.filterscope.core.trace.PictureFrame;
import org.filterscope.core.trace.TracedPicture;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.picture.FittedPicture;

/** The pictures looked at last, with what the network said of them. */
final class ShownPictures {
    private static final int MOST = 4;
    /** 64 MB. */
    private static final long MOST_NUMBERS = 16 << 20;

    private final TracedNetwork network;
    private final PictureDecoder decoder = new PictureDecoder();
    private final SequencedMap<Key, KnownPicture> pictures = new LinkedHashMap<>();

    /** A file as it was. */
    private record Key(Path file, long size, long changed) {
    }

    ShownPictures(final TracedNetwork network) {
        this.network = network;
    }

    /** @throws InvalidInputException when it is no picture that can be read */
    KnownPicture of(final Path picture) throws InvalidInputException {
        final Path file = picture.toAbsolutePath().normalize();
        final Key key = key(file);
        KnownPicture known = pictures.remove(key);
        if (known == null) {
            known = show(file);
        }
        pictures.putLast(key, known);
        while (pictures.size() > MOST || pictures.size() > 1 && pictures.values().stream().mapToLong(KnownPicture::size).sum() > MOST_NUMBERS) {
            pictures.pollFirstEntry();
        }
        return known;
    }

    private static Key key(final Path file) throws InvalidInputException {
        try {
            return new Key(file, Files.size(file), Files.getLastModifiedTime(file).toMillis());
        } catch (final IOException e) {
            throw new InvalidInputException("%s: there is no such picture".formatted(file), e);
        }
    }

    private KnownPicture show(final Path file) throws InvalidInputException {
        final InputPreparation preparation = network.preparation();
        final Picture picture = decoder.read(file);
        final FittedPicture fitted = preparation.fit(picture);
        final float[] values = new float[Math.toIntExact(preparation.shape().size())];
        preparation.write(fitted, values, 0);
        final Placement place = preparation.placement(new PictureSize(picture.rows(), picture.cols()));
        final Path folder = network.configuration().images().folder();
        final String path = file.startsWith(folder) ? folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/")
                : file.getFileName().toString();
        return new KnownPicture(new TracedPicture(path, file.toString(), new PictureFrame(picture.rows(), picture.cols(), preparation.shape().rows(),
                preparation.shape().cols(), place.rows(), place.cols(), place.top(), place.left())), fitted,
                network.show(file, new FeatureMaps(1, preparation.shape(), values)));
    }
}
