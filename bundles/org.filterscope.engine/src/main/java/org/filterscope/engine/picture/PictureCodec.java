package org.filterscope.engine.picture;

import java.io.IOException;

import javax.imageio.stream.ImageInputStream;

/** Reads one kind of picture files, of files with more than one picture the first. */
interface PictureCodec {

    /**
     * Reads what is needed to know the size, and to know that the kind of file can be read; no pixels.
     *
     * @param stream the whole file; where it stands afterwards is undefined
     * @throws IOException when the file is damaged or cannot be read, with a message that completes "the picture …: (…)"
     */
    PictureHeader header(ImageInputStream stream) throws IOException;

    /** Whether the format needs some bytes for many pixels, even if they are all alike. */
    default boolean hasBoundedDensity() {
        return true;
    }

    /**
     * The stored pixels, not yet turned.
     *
     * @param bytes the whole file, whose {@link #header} was read and whose size was found usable; not changed
     */
    Picture decode(byte[] bytes) throws IOException;
}
