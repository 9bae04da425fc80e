package org.filterscope.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

import com.sun.management.ThreadMXBean;

import org.filterscope.core.InvalidInputException;

/**
 * How a reader refused a file: with what sentence, after how long, with how much memory.
 *
 * @param sentence  for the user
 * @param seconds   of processor time
 * @param allocated bytes
 */
record Refusal(String sentence, double seconds, long allocated) {
    private static final long MEGABYTE = 1 << 20;
    private static final double SECOND = 1e9;

    /** Opens a file. */
    @FunctionalInterface
    interface Reading {
        void read() throws Exception;
    }

    /** Of a file that must be refused, in one printable line that names it. */
    static Refusal of(final Path file, final Reading reading) {
        final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long memory = memory(thread);
        final long time = thread.getCurrentThreadCpuTime();
        try {
            reading.read();
        } catch (final InvalidInputException e) {
            final Refusal refusal = new Refusal(e.getMessage(), (thread.getCurrentThreadCpuTime() - time) / SECOND, memory(thread) - memory);
            assertThat(refusal.sentence).contains(file.getFileName().toString()).doesNotContain("\n");
            assertThat(refusal.seconds).as("seconds for %s", file).isLessThan(10);
            return refusal;
        } catch (final Throwable e) {
            return fail("%s: not refused, but %s".formatted(file, e), e);
        }
        return fail("%s: not refused".formatted(file));
    }

    /** Holds that the sentence says something. */
    Refusal saying(final String part) {
        assertThat(sentence).contains(part);
        return this;
    }

    /** Holds that reading took at most so many megabytes. */
    Refusal within(final long megabytes) {
        assertThat(allocated).as("bytes for: %s", sentence).isLessThanOrEqualTo(megabytes * MEGABYTE);
        return this;
    }

    private static long memory(final ThreadMXBean thread) {
        return thread.getCurrentThreadAllocatedBytes() + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct")).mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
    }
}
