package org.filterscope.tour;

import java.util.concurrent.atomic.AtomicLong;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;

/** Counts the events that a display has finished: what was seen before and after one of them does not belong together. */
final class EventCount {
    private final AtomicLong finished = new AtomicLong();
    /** Of events that events have caused; the UI thread's. */
    private int depth;

    /** Belongs to the UI thread. */
    EventCount(final Display display) {
        // This is called within an event, which the display has begun already.
        depth = 1;
        display.addListener(SWT.PreEvent, event -> depth++);
        display.addListener(SWT.PostEvent, event -> {
            depth--;
            if (depth <= 0) {
                depth = 0;
                finished.incrementAndGet();
            }
        });
    }

    /** May be called from any thread. */
    long finished() {
        return finished.get();
    }
}
