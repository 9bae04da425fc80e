package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.filterscope.core.progress.Progress;

/** What tests of interrupted runs need: an interruption, and a report to compare. */
final class InterruptedRun {

    private InterruptedRun() {
    }

    /** Every file as text, the manifest without its times. */
    static Map<String, String> content(final Path directory) throws IOException {
        final Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (final Path file : files.filter(Files::isRegularFile).toList()) {
                final String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                content.put(directory.relativize(file).toString(), text.replaceAll("(?s)\"times\": \\{.*?}", ""));
            }
        }
        return content;
    }

    /** Asks to stop once a stage begins. */
    static Progress cancelledAt(final String task) {
        return cancelledAt(task, 1);
    }

    /** Asks to stop once a stage has begun so many times. */
    static Progress cancelledAt(final String task, final int time) {
        return new Progress() {
            private int times;
            private boolean reached;

            @Override
            public void begin(final String now, final long steps, final double share) {
                reached |= now.endsWith(task) && ++times == time;
            }

            @Override
            public void advance(final long steps) {
            }

            @Override
            public boolean isCancelled() {
                return reached;
            }
        };
    }
}
