package org.filterscope.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does slow, independent things side by side: nearly all of the run is waiting for a repository. */
final class Abreast {
    private static final int LANES = 8;

    private Abreast() {
    }

    /** Results in the order of the inputs; the first failure ends it. */
    static <T, R> List<R> map(final Collection<T> inputs, final Function<T, R> step) {
        try (ExecutorService lanes = Executors.newFixedThreadPool(LANES)) {
            final List<Callable<R>> calls = inputs.stream().<Callable<R>>map(input -> () -> step.apply(input)).toList();
            final List<R> results = new ArrayList<>();
            for (final Future<R> result : lanes.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } catch (final ExecutionException e) {
            throw e.getCause() instanceof final RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Complaint("The update was stopped.", e);
        }
    }
}
