package org.filterscope.ide.worker;

import java.time.Duration;
import java.util.List;

/**
 * How long a worker is borne with.
 *
 * @param look        how often a worker that owes an answer is looked at
 * @param silentLooks after so many looks without a sign of life it is stuck
 * @param idleLooks   after so many looks at which it had neither reported nor computed it is stuck, even if it gives signs of life
 * @param pauses      before a run that lost its worker is given to a new one: as many times as there are pauses
 */
public record Patience(Duration look, int silentLooks, int idleLooks, List<Duration> pauses) {
    /**
     * A minute of silence: collecting garbage in a heap that is nearly full takes seconds. Three minutes without any work: files on a network that
     * stalls take that long at worst.
     */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(10), 6, 18, List.of(Duration.ofSeconds(1), Duration.ofSeconds(5)));

    public Patience {
        pauses = List.copyOf(pauses);
    }
}
