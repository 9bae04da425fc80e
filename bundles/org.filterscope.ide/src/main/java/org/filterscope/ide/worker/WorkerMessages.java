package org.filterscope.ide.worker;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who hears what a worker says on its standard error. */
final class WorkerMessages {
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** @return ends it */
    Runnable listen(final Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void said(final String line) {
        listeners.forEach(listener -> listener.accept(line));
    }
}
