package org.filterscope.testkit.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A thread with an event loop is watched for the code of {@link Ours}. Tests compute by the processor's time, so that they mean the same on a busy
 * machine; the watchdog's looks are the tolerance: two of them at most before and after a span.
 */
class WatchdogTest {
    private static final Duration LIMIT = Duration.ofMillis(50);

    private final AtomicLong turn = new AtomicLong();
    private final Thread[] loop = new Thread[1];
    private final ExecutorService events = Executors.newSingleThreadExecutor(work -> loop[0] = new Thread(work, "event loop"));

    @AfterEach
    void stop() {
        events.shutdownNow();
    }

    @Test
    void codeThatComputesForLongIsAFreezeAndIsNamed() throws Exception {
        final List<Freeze> freezes = watch(() -> Ours.compute(200));
        assertThat(freezes).hasSize(1);
        assertThat(freezes.getFirst().time()).isBetween(LIMIT, Duration.ofMillis(400));
        assertThat(freezes.getFirst().place()).contains("Ours.compute");
        assertThat(freezes.getFirst().stack()).noneMatch(frame -> frame.getMethodName().equals("dispatch"));
    }

    @Test
    void codeThatWaitsForLongIsAFreeze() throws Exception {
        assertThat(watch(() -> Ours.await(200))).hasSize(1).first().extracting(Freeze::time).isNotEqualTo(Duration.ZERO);
    }

    @Test
    void aShortPieceOfWorkIsNone() throws Exception {
        assertThat(watch(() -> Ours.compute(15))).isEmpty();
    }

    @Test
    void manyShortPiecesOneAfterTheOtherAreNone() throws Exception {
        assertThat(watch(List.of(() -> Ours.compute(20), () -> Ours.compute(20), () -> Ours.compute(20), () -> Ours.compute(20),
                () -> Ours.compute(20), () -> Ours.compute(20)))).isEmpty();
    }

    @Test
    void whatOthersComputeIsNotOurs() throws Exception {
        assertThat(watch(() -> Others.compute(200))).isEmpty();
    }

    @Test
    void whatOthersComputeForUsIsOurs() throws Exception {
        assertThat(watch(() -> Ours.have(() -> Others.compute(200)))).hasSize(1);
    }

    @Test
    void waitingInAnEventLoopThatOurCodeRunsIsNone() throws Exception {
        assertThat(watch(() -> Ours.have(() -> dispatch(() -> Others.await(200))))).isEmpty();
    }

    private List<Freeze> watch(final Callable<?> work) throws Exception {
        return watch(List.of(work));
    }

    private List<Freeze> watch(final List<Callable<?>> works) throws Exception {
        events.submit(() -> null).get();
        final Watchdog watchdog = new Watchdog(loop[0], turn::get, frame -> frame.getMethodName().equals("dispatch"),
                frame -> frame.getClassName().equals(Ours.class.getName()), LIMIT);
        final List<Future<?>> all = works.stream().<Future<?>>map(work -> events.submit(() -> dispatch(work))).toList();
        for (final Future<?> one : all) {
            one.get();
        }
        return watchdog.end();
    }

    private Object dispatch(final Callable<?> work) throws Exception {
        turn.incrementAndGet();
        return work.call();
    }

    private static Object burn(final long milliseconds) {
        final long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + milliseconds * 1_000_000;
        while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
        return null;
    }

    private static final class Ours {
        static Object compute(final long milliseconds) {
            return burn(milliseconds);
        }

        static Object await(final long milliseconds) throws InterruptedException {
            Thread.sleep(milliseconds);
            return null;
        }

        static Object have(final Callable<?> work) throws Exception {
            return work.call();
        }
    }

    private static final class Others {
        static Object compute(final long milliseconds) {
            return burn(milliseconds);
        }

        static Object await(final long milliseconds) throws InterruptedException {
            Thread.sleep(milliseconds);
            return null;
        }
    }
}
