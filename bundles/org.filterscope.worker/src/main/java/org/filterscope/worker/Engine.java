package org.filterscope.worker;

import java.io.IOException;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.nd4j.Nd4jExecutor;

/** What computes, and with how many threads. */
final class Engine {

    private Engine() {
    }

    /** @throws InvalidInputException when the native libraries cannot be unpacked */
    static Executor nd4j() throws InvalidInputException {
        try {
            return Nd4jExecutor.load();
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the native libraries cannot be unpacked there (%s)".formatted(
                    System.getProperty("org.bytedeco.javacpp.cachedir", "the cache directory"), e.getMessage()), e);
        }
    }

    /** Native threads: as the environment says. */
    static int threads() {
        final String text = System.getenv().getOrDefault("OMP_NUM_THREADS", "");
        return text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : Runtime.getRuntime().availableProcessors();
    }
}
