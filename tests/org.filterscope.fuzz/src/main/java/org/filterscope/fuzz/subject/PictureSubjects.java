package org.filterscope.fuzz.subject;

import java.nio.file.Path;
import java.util.List;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.picture.MaskDecoder;
import org.filterscope.engine.picture.Picture;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.engine.picture.PictureSize;
import org.filterscope.fuzz.seed.PictureSeeds;

/** The decoders of pictures and masks. */
final class PictureSubjects {
    /** A picture's size is believed up to 100 million pixels, and but for TIFF and WebP only as many as its file can hold. */
    private static final Allowance PACKED = new Allowance(64 * Subjects.MEGABYTE, 16 * 8256);
    private static final Allowance ANY = new Allowance(1600 * Subjects.MEGABYTE, 0);

    private PictureSubjects() {
    }

    static List<Subject> all() {
        final byte[] mask = PictureSeeds.palette();
        return List.of(subject("JPEG", "picture.jpg", PictureSeeds.jpeg(), PACKED), subject("PNG", "picture.png", PictureSeeds.png(), PACKED),
                subject("GIF", "picture.gif", PictureSeeds.gif(), PACKED), subject("BMP", "picture.bmp", PictureSeeds.bmp(), PACKED),
                subject("TIFF", "picture.tif", PictureSeeds.tiff(), ANY), subject("WebP", "picture.webp", PictureSeeds.webp(), ANY),
                new Subject("masks", List.of(new Seed("mask.png", mask), new Seed("picture.png", mask)), Subjects.BYTES, PACKED,
                        (folder, file) -> new MaskDecoder().read(folder.resolve("mask.png"), folder.resolve("picture.png"))));
    }

    private static Subject subject(final String name, final String path, final List<byte[]> seeds, final Allowance allowance) {
        return new Subject(name, Subjects.seeds(path, seeds), Subjects.BYTES, allowance, (folder, file) -> read(file));
    }

    private static void read(final Path file) throws InvalidInputException {
        final PictureDecoder decoder = new PictureDecoder();
        final PictureSize size = decoder.size(file);
        final Picture picture = decoder.read(file);
        if (picture.rows() != size.rows() || picture.cols() != size.cols()) {
            throw new AssertionError("%d × %d pixels, by its header %d × %d".formatted(picture.cols(), picture.rows(), size.cols(), size.rows()));
        }
    }
}
