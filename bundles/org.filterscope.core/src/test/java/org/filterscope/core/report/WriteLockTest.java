package org.filterscope.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteLockTest {
    @TempDir
    Path folder;
    private Path written;

    @BeforeEach
    void name() {
        written = folder.resolve("report");
    }

    /** Another process: says whether it gets the lock, and goes. */
    static final class Other {
        private Other() {
        }

        public static void main(final String[] arguments) throws IOException {
            final Optional<WriteLock> lock = WriteLock.take(Path.of(arguments[0]));
            System.out.print(lock.isPresent() ? "held" : "busy");
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }

    @Test
    void oneAtATimeHoldsItInThisProcessAndInOthers() throws Exception {
        final WriteLock lock = WriteLock.take(written).orElseThrow();
        assertThat(other()).isEqualTo("busy");
        assertThat(WriteLock.take(written)).isEmpty();
        assertThat(other()).as("after somebody else has tried in this process").isEqualTo("busy");
        lock.close();
        assertThat(folder).isEmptyDirectory();
        assertThat(other()).isEqualTo("held");
        final WriteLock again = WriteLock.take(written).orElseThrow();
        again.close();
    }

    private String other() throws Exception {
        final Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Other.class.getName(), written.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said;
    }
}
