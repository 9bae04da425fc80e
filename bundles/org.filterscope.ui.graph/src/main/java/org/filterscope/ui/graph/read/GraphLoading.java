package org.filterscope.ui.graph.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.graph.ExplanatoryGraph;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.graph.model.FilterOrder;
import org.filterscope.ui.graph.model.FilterWords;
import org.filterscope.ui.graph.model.GraphTable;
import org.filterscope.ui.report.LoadedReport;

/** Opens graphs in the background; a new request makes the earlier ones void. Requests and answers belong to the UI thread. */
public final class GraphLoading {
    private final UiThread thread;
    private final Receiver receiver;
    private Job newest;

    /** Gets what was read, on the UI thread. */
    public interface Receiver {
        /** The receiver closes the graph. */
        void loaded(LoadedGraph graph);

        /** The report has no graphs. */
        void none();

        /**
         * @param categories of all the report's graphs; none when the report itself cannot be read
         * @param sentence   why the graph cannot be shown, for the user
         */
        void failed(List<String> categories, String sentence);
    }

    public GraphLoading(final UiThread thread, final Receiver receiver) {
        this.thread = thread;
        this.receiver = receiver;
    }

    /** @param category wanted; when the report has none of that name, its first is shown */
    public void load(final Path report, final String category) {
        cancel();
        newest = new LoadJob(report, category);
        newest.setSystem(true);
        newest.setPriority(Job.SHORT);
        newest.schedule();
    }

    public void cancel() {
        if (newest != null) {
            newest.cancel();
            newest = null;
        }
    }

    private final class LoadJob extends Job {
        private final Path directory;
        private final String wanted;

        LoadJob(final Path directory, final String wanted) {
            super(NLS.bind(Messages.GraphLoading_name, directory.getFileName()));
            this.directory = directory;
            this.wanted = wanted;
        }

        @Override
        protected IStatus run(final IProgressMonitor monitor) {
            List<String> categories = List.of();
            try {
                final Report report = Report.open(directory);
                final SequencedMap<String, Path> graphs = new GraphFolder(report.files()).graphs();
                categories = List.copyOf(graphs.keySet());
                if (graphs.isEmpty()) {
                    deliver(receiver::none);
                } else {
                    load(report, graphs);
                }
            } catch (final InvalidReportException e) {
                final List<String> known = categories;
                deliver(() -> receiver.failed(known, e.getMessage()));
            } catch (final RuntimeException e) {
                // A report comes from outside: damage that no check foresaw must not leave the view waiting for ever.
                ILog.of(GraphLoading.class).error("Reading " + directory, e);
                final List<String> known = categories;
                deliver(() -> receiver.failed(known, NLS.bind(Messages.GraphLoading_damaged, directory)));
            }
            return Status.OK_STATUS;
        }

        private void load(final Report report, final SequencedMap<String, Path> graphs) throws InvalidReportException {
            final String category = graphs.containsKey(wanted) ? wanted : graphs.firstEntry().getKey();
            final Path file = graphs.get(category);
            final ExplanatoryGraph graph = GraphFile.open(file);
            try {
                if (graph.patterns() == 0) {
                    throw new InvalidReportException(NLS.bind(Messages.GraphLoading_empty, file));
                }
                final GraphTable table = GraphTable.of(graph);
                final LoadedGraph loaded = new LoadedGraph(LoadedReport.read(report), List.copyOf(graphs.keySet()), category, graph, table,
                        FilterOrder.byEdges(table), words(report, graph.heading().layers()));
                thread.later(() -> {
                    if (newest == this) {
                        receiver.loaded(loaded);
                    } else {
                        close(graph);
                    }
                });
            } catch (final InvalidReportException | RuntimeException e) {
                close(graph);
                throw e;
            }
        }

        private FilterWords words(final Report report, final List<GraphLayer> layers) {
            final List<Map<Integer, String>> classes = new ArrayList<>();
            final List<Map<Integer, String>> labels = new ArrayList<>();
            for (final GraphLayer layer : layers) {
                final Map<Integer, String> classOf = new HashMap<>();
                final Map<Integer, String> labelOf = new HashMap<>();
                for (final FilterRow row : filters(report, layer.name())) {
                    row.scores().text(Score.CLASS).ifPresent(text -> classOf.put(row.channel(), text));
                    row.scores().text(Score.LABEL).ifPresent(text -> labelOf.put(row.channel(), text));
                }
                classes.add(classOf);
                labels.add(labelOf);
            }
            return new FilterWords(classes, labels);
        }

        /** Without them the graph is shown all the same: Filter Scores says what is wrong with the table. */
        private List<FilterRow> filters(final Report report, final String layer) {
            try {
                return report.filters(layer);
            } catch (final InvalidReportException e) {
                ILog.of(GraphLoading.class).info(e.getMessage(), e);
                return List.of();
            }
        }

        private void close(final ExplanatoryGraph graph) {
            try {
                graph.close();
            } catch (final IOException e) {
                ILog.of(GraphLoading.class).warn(e.getMessage(), e);
            }
        }

        private void deliver(final Runnable message) {
            thread.later(() -> {
                if (newest == this) {
                    message.run();
                }
            });
        }
    }
}
