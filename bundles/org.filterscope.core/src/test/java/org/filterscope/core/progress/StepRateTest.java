package org.filterscope.core.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class StepRateTest {
    private final StepRate rate = new StepRate();

    @Test
    void stepsASecondAreTheStepsOverTheTime() {
        note("pictures", 0, 0);
        note("pictures", 40, 4);
        assertEquals(10, rate.perSecond().orElseThrow());
        assertEquals(Optional.of(Duration.ofSeconds(16)), rate.remaining(200));
    }

    @Test
    void theFirstSecondsTellNothing() {
        note("pictures", 0, 0);
        note("pictures", 100, 2);
        assertTrue(rate.perSecond().isEmpty());
        assertTrue(rate.remaining(200).isEmpty());
    }

    @Test
    void aStageThatStandsStillHasNoRate() {
        note("pictures", 7, 0);
        note("pictures", 7, 10);
        assertTrue(rate.perSecond().isEmpty());
    }

    @Test
    void anotherStageBeginsAnew() {
        note("pictures", 0, 0);
        note("pictures", 1000, 10);
        note("filters", 0, 11);
        assertTrue(rate.perSecond().isEmpty());
        note("filters", 8, 15);
        assertEquals(2, rate.perSecond().orElseThrow());
    }

    @Test
    void theSpeedIsThatOfTheLastHalfMinute() {
        for (int second = 0; second <= 100; second++) {
            note("pictures", second * 100L, second);
        }
        for (int second = 1; second <= 40; second++) {
            note("pictures", 10_000 + second, 100 + second);
        }
        assertEquals(1, rate.perSecond().orElseThrow(), 0.05);
    }

    private void note(final String task, final long done, final long second) {
        rate.note(task, done, Duration.ofSeconds(second).toNanos());
    }
}
