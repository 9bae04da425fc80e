package org.filterscope.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.filterscope.testkit.StackProject;
import org.filterscope.worker.WorkerProcess.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much memory a run takes, and what becomes of one that may take less. */
class MemoryTest {
    private static final List<String> FILTERS = List.of("filters");
    private static final Pattern TOLD = Pattern.compile("at most ([0-9.]+) (MB|GB) of memory.*; pictures at once: ([0-9]+)");

    @TempDir
    Path folder;

    /**
     * The bound must hold. It may be high: it counts the heap as if it were full, the libraries of the larger executor, and an operation's working
     * room at every layer. Where maps are small, nearly all of it is what a virtual machine could take and does not; where one low layer is looked
     * into, two maps are alive at a time and eight are counted, for there are networks with long shortcuts.
     */
    @ParameterizedTest(name = "{0} pixels, {1} filters, {2} of {3} layers, heap {4} MB, {5}")
    @CsvSource({"32, 8, 1, 3, 64, onnxruntime, 4", "256, 32, 4, 6, 256, onnxruntime, 2.5", "256, 32, 1, 6, 256, onnxruntime, 3.5",
        "128, 16, 20, 20, 256, onnxruntime, 2.5", "256, 16, 2, 4, 128, nd4j, 2.5"})
    void theHighestResidentSizeIsBelowWhatIsToldBeforeTheRun(final int side, final int filters, final int tapped, final int layers, final int heap,
            final String executor, final double most) throws Exception {
        WatchedRun.assumeThatTheSystemTells();
        final Path configuration = new StackProject(side, filters, layers, tapped, 20, FILTERS).write(folder);
        final WatchedRun run = WatchedRun.of(heap, configuration, "--executor", executor);
        assertThat(run.code()).as(run.error()).isZero();
        assertThat(told(run.error())).isBetween(run.highest(), (long) (most * run.highest()));
    }

    @Test
    void aLimitIsKeptWithFewerPicturesAtOnceAndTheReportHasTheSameBytes() throws Exception {
        WatchedRun.assumeThatTheSystemTells();
        final Path configuration = new StackProject(64, 16, 4, 3, 20, FILTERS).write(folder);
        final WatchedRun free = WatchedRun.of(128, configuration);
        final Map<String, String> expected = content(folder.resolve("report"));
        final WatchedRun limited = WatchedRun.of(128, configuration, "--memory", "500m");
        assertThat(limited.code()).as(limited.error()).isZero();
        assertThat(atOnce(free.error())).isGreaterThan(12);
        assertThat(atOnce(limited.error())).isBetween(1, 6);
        assertThat(told(limited.error())).isLessThanOrEqualTo(500L << 20);
        assertThat(limited.highest()).isLessThanOrEqualTo(told(limited.error()));
        assertThat(content(folder.resolve("report"))).isEqualTo(expected);
    }

    /** 20 layers of 1 MB each: five pictures at once, as for a large heap, would be 200 MB of two batches and 40 MB of buffers. */
    @Test
    void aSmallHeapMakesBatchesSmallerInsteadOfRunningOutOfMemory() throws Exception {
        final Path configuration = new StackProject(128, 16, 20, 20, 12, FILTERS).write(folder);
        final Ended ended = WorkerProcess.end(WorkerProcess.builder(256, "run", configuration.toString()));
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(atOnce(ended.error())).isOne();
    }

    @Test
    void aHeapThatOnePictureDoesNotFitIntoIsToldBeforeTheRun() throws Exception {
        final Path configuration = new StackProject(128, 16, 20, 20, 2, FILTERS).write(folder);
        final Ended ended = WorkerProcess.end(WorkerProcess.builder(96, "run", configuration.toString()));
        refused(ended, "the maps of these 20 layers need 105 MB of Java's heap even with one picture at a time",
                "; give it more (FILTERSCOPE_HEAP=150m), or look into fewer layers at a time");
    }

    @Test
    void aLimitThatOnePictureDoesNotFitIntoIsToldBeforeTheRun() throws Exception {
        final Path configuration = new StackProject(16, 4, 2, 1, 2, FILTERS).write(folder);
        refused(WorkerProcess.run("run", configuration.toString(), "--memory", "600m"), "the run may take 600 MB of memory but needs up to");
        final ProcessBuilder builder = WorkerProcess.builder(512, "run", configuration.toString());
        builder.environment().put("FILTERSCOPE_MEMORY", "600m");
        refused(WorkerProcess.end(builder), "; allow more (--memory ",
                "m, FILTERSCOPE_MEMORY), make the heap smaller (FILTERSCOPE_HEAP), or look into fewer layers at a time");
    }

    @Test
    void aLimitThatIsNoSizeIsRefused() throws Exception {
        final Path configuration = new StackProject(16, 4, 2, 1, 2, FILTERS).write(folder);
        final Ended ended = WorkerProcess.run("run", configuration.toString(), "--memory", "plenty");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.error()).contains("filterscope: --memory must be like 2g or 1500m, not 'plenty'");
    }

    private void refused(final Ended ended, final String... parts) {
        assertThat(ended.code()).as(ended.error()).isEqualTo(4);
        assertThat(ended.error().lines().filter(line -> line.startsWith("filterscope: "))).singleElement().asString().contains(parts);
        assertThat(folder.resolve("report")).doesNotExist();
        assertThat(folder.resolve(".report.work")).doesNotExist();
    }

    private static long told(final String error) {
        final Matcher told = matcher(error);
        return (long) (Double.parseDouble(told.group(1)) * (told.group(2).equals("GB") ? 1L << 30 : 1L << 20));
    }

    private static int atOnce(final String error) {
        return Integer.parseInt(matcher(error).group(3));
    }

    private static Matcher matcher(final String error) {
        final Matcher told = TOLD.matcher(error);
        assertThat(told.find()).as(error).isTrue();
        return told;
    }

    private static Map<String, String> content(final Path directory) throws IOException {
        final Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (final Path file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("manifest.json")).toList()) {
                content.put(directory.relativize(file).toString(), Integer.toHexString(Arrays.hashCode(Files.readAllBytes(file))));
            }
        }
        return content;
    }
}
