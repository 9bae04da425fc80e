package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

import org.filterscope.engine.picture.Digests;
import org.filterscope.engine.picture.PictureFile;

/** Tells whether two runs would compute the same maps: a checksum over everything that decides them. */
final class RunKey {
    private final MessageDigest digest = Digests.sha256();

    /** Something said in words: a checksum, a version, a setting. */
    RunKey with(final String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /** Pictures, by path, size and time of last change. */
    RunKey with(final List<PictureFile> pictures) throws IOException {
        for (final PictureFile picture : pictures) {
            with(picture.path()).with(Files.size(picture.file()) + " " + Files.getLastModifiedTime(picture.file()));
        }
        return with("");
    }

    String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
