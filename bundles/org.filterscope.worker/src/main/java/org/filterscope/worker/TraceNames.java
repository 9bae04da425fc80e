package org.filterscope.worker;

import java.nio.file.Path;

import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.trace.TracedPicture;

/** Names of the files of traces. */
final class TraceNames {
    /** File systems take 255; the method's name and the ending come behind. */
    private static final int LONGEST = 200;

    private TraceNames() {
    }

    /**
     * By the path below the picture folder. Pictures of other places, which may share their names, and paths that are too long for a file are told
     * apart by a number made of the whole path.
     */
    static String of(final TracedPicture picture) {
        final String name = ReportFiles.traceName(picture.path());
        final Path file = Path.of(picture.file());
        final boolean elsewhere = file.getFileName().toString().equals(picture.path());
        if (!elsewhere && name.length() <= LONGEST) {
            return name;
        }
        final String number = "%08x".formatted(picture.file().hashCode());
        return name.substring(0, Math.min(name.length(), LONGEST)) + "-" + number;
    }
}
