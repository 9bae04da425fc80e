package org.filterscope.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.sun.management.ThreadMXBean;

import org.filterscope.core.InvalidInputException;
import org.filterscope.fuzz.Outcome.Verdict;
import org.filterscope.fuzz.subject.Mutant;
import org.filterscope.fuzz.subject.Subject;

/** Lets a reader read one damaged file, on the thread that calls. */
record Trial(Subject subject, Path folder, Mutant mutant) {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final List<BufferPoolMXBean> OUTSIDE_HEAP = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct")).toList();
    private static final double SECOND = 1e9;
    private static final int SHOWN_FRAMES = 12;

    /** Of this thread, in nanoseconds. */
    static long processorTime() {
        return THREAD.getCurrentThreadCpuTime();
    }

    Outcome call() throws IOException {
        final Path file = folder.resolve(mutant.path());
        Files.write(file, mutant.bytes());
        final long memory = memory();
        final long time = processorTime();
        String complaint = "";
        String sentence = "";
        Verdict verdict = Verdict.ACCEPTED;
        try {
            subject.reading().read(folder, file);
        } catch (final InvalidInputException | IOException e) {
            verdict = Verdict.REFUSED;
            complaint = poor(e);
            sentence = String.valueOf(e.getMessage());
        } catch (final Throwable e) {
            // Whatever else comes is what is looked for.
            complaint = trace(e);
        }
        final double seconds = (processorTime() - time) / SECOND;
        final long allocated = memory() - memory;
        if (complaint.isEmpty() && allocated > subject.allowance().of(mutant.bytes().length)) {
            complaint = "took %,d bytes of memory for a file of %,d; at most %,d are allowed".formatted(allocated, mutant.bytes().length,
                    subject.allowance().of(mutant.bytes().length));
        }
        return complaint.isEmpty() ? new Outcome(verdict, sentence, seconds, allocated) : new Outcome(Verdict.FAILED, complaint, seconds, allocated);
    }

    /** What this thread ever made, and what of the process lies outside the heap now. */
    private static long memory() {
        return THREAD.getCurrentThreadAllocatedBytes() + OUTSIDE_HEAP.stream().mapToLong(BufferPoolMXBean::getMemoryUsed).sum();
    }

    /** What is wrong with a sentence for the user; empty when nothing is. */
    private String poor(final Exception refusal) {
        final String message = refusal.getMessage();
        if (message == null || message.isBlank() || message.chars().anyMatch(Character::isISOControl)) {
            return "refused, but not in one printable line: " + trace(refusal);
        }
        final boolean named = !(refusal instanceof InvalidInputException) || message.contains(folder.toString());
        return named ? "" : "refused without the file's name: " + trace(refusal);
    }

    private static String trace(final Throwable failure) {
        final StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return String.join("\n", text.toString().lines().limit(SHOWN_FRAMES).toList());
    }

    /** Puts the good file back. */
    void tidy() throws IOException {
        Files.write(folder.resolve(mutant.path()), subject.files().get(mutant.path()).bytes());
    }
}
