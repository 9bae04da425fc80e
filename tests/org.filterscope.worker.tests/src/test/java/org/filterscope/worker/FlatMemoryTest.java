package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.List;

import org.filterscope.testkit.StackProject;
import org.filterscope.worker.WatchedRun.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures come and go; a run over many takes as much memory as a run over some. */
class FlatMemoryTest {
    private static final int PICTURES = 10_000;
    /** Until then Java's heap fills for the first time; what it has touched, it keeps. */
    private static final int WARM = 3000;
    private static final int WINDOW = 1000;
    /** A garbage collection more or less; one leaked map of 128 KB a picture would be a gigabyte. */
    private static final double PERCENT = 5;

    @TempDir
    Path folder;

    @Test
    void afterTenThousandPicturesTheResidentSizeIsThatAfterThreeThousand() throws Exception {
        WatchedRun.assumeThatTheSystemTells();
        final Path configuration = new StackProject(64, 8, 3, 3, PICTURES / 2, List.of("filters")).write(folder);
        final WatchedRun run = WatchedRun.of(128, configuration);
        assertThat(run.code()).as(run.error()).isZero();
        final double early = mean(run.sizes(), WARM, WARM + WINDOW);
        assertThat(mean(run.sizes(), PICTURES - WINDOW, PICTURES)).isCloseTo(early, withinPercentage(PERCENT));
    }

    /** While so many pictures were stored: batches and collections make it go up and down within a second. */
    private static double mean(final List<Size> sizes, final int from, final int to) {
        return sizes.stream().filter(size -> size.pictures() >= from && size.pictures() <= to).mapToLong(Size::bytes).average().orElseThrow();
    }
}
