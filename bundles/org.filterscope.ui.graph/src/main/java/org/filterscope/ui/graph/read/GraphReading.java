package org.filterscope.ui.graph.read;

import java.io.IOException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.filterscope.core.graph.ExplanatoryGraph;
import org.filterscope.ui.display.UiThread;

/** Reads from an open graph in the background, one request after the other, and closes it after the last. Belongs to the UI thread. */
public final class GraphReading {
    private final ExplanatoryGraph graph;
    private final UiThread thread;
    private final ISchedulingRule rule = new OneAtATime(this);
    private boolean closed;

    /** Something to read. */
    @FunctionalInterface
    public interface Read<T> {
        T from(ExplanatoryGraph graph) throws IOException;
    }

    public GraphReading(final ExplanatoryGraph graph, final UiThread thread) {
        this.graph = graph;
        this.thread = thread;
    }

    /** What cannot be read is put down in the log. @param receiver gets what was read, unless the graph is closed by then */
    public <T> void read(final Read<T> read, final Consumer<T> receiver) {
        read(read, receiver, e -> ILog.of(GraphReading.class).warn(e.getMessage(), e));
    }

    /**
     * @param receiver gets what was read, unless the graph is closed by then
     * @param failed   gets why it could not be read, whether the graph is closed or not
     */
    public <T> void read(final Read<T> read, final Consumer<T> receiver, final Consumer<IOException> failed) {
        if (closed) {
            return;
        }
        schedule(monitor -> {
            try {
                final T found = read.from(graph);
                thread.later(() -> {
                    if (!closed) {
                        receiver.accept(found);
                    }
                });
            } catch (final IOException e) {
                thread.later(() -> failed.accept(e));
            }
        });
    }

    public void close() {
        if (!closed) {
            closed = true;
            schedule(monitor -> {
                try {
                    graph.close();
                } catch (final IOException e) {
                    ILog.of(GraphReading.class).warn(e.getMessage(), e);
                }
            });
        }
    }

    private void schedule(final ICoreRunnable work) {
        final Job job = Job.createSystem(Messages.GraphReading_name, work);
        job.setPriority(Job.SHORT);
        job.setRule(rule);
        job.schedule();
    }

    private record OneAtATime(GraphReading readings) implements ISchedulingRule {

        @Override
        public boolean contains(final ISchedulingRule other) {
            return equals(other);
        }

        @Override
        public boolean isConflicting(final ISchedulingRule other) {
            return equals(other);
        }
    }
}
