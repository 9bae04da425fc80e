package org.filterscope.ui.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.UiThread;

/** What one Project Explorer knows of models. What it does not know it finds out in the background. Belongs to the UI thread. */
final class ModelIndex {
    private static final String KIND = "kind";
    private static final String LAYERS = "layers";
    private static final String LABELS = "labels";

    private final ModelLoading loading;
    private final UiThread thread;
    private final Consumer<Object> changed;
    private final Map<IFile, Boolean> kinds = new ConcurrentHashMap<>();
    private final Map<IFile, KnownModel> models = new ConcurrentHashMap<>();
    private final Map<ModelLayer, List<String>> labels = new HashMap<>();
    private final Set<Question<?>> underWay = new HashSet<>();
    private final Set<Question<?>> again = new HashSet<>();
    private final List<Job> jobs = new ArrayList<>();
    private boolean disposed;

    /** @param changed hears of what has other children now */
    ModelIndex(final ModelLoading loading, final UiThread thread, final Consumer<Object> changed) {
        this.loading = loading;
        this.thread = thread;
        this.changed = changed;
    }

    /** Whether a file is a model; empty when it is not known yet, and then its beginning is looked at. */
    Optional<Boolean> isModel(final IFile file) {
        final Optional<Boolean> known = Optional.ofNullable(models.get(file)).map(KnownModel::model).or(() -> Optional.ofNullable(kinds.get(file)));
        if (known.isEmpty() && !underWay.contains(new Question<>(KIND, file))) {
            askKind(file);
        }
        return known;
    }

    /** Empty when it is not known yet; it is then found out. */
    Optional<KnownModel> model(final IFile file) {
        final Optional<KnownModel> known = Optional.ofNullable(models.get(file));
        if (known.isEmpty() && !underWay.contains(new Question<>(LAYERS, file))) {
            askModel(file);
        }
        return known;
    }

    /** What the filters of a layer stand for; empty when it is not known yet, and then it is found out. */
    Optional<List<String>> labels(final ModelLayer layer) {
        final Optional<List<String>> known = Optional.ofNullable(labels.get(layer));
        if (known.isEmpty() && !underWay.contains(new Question<>(LABELS, layer))) {
            askLabels(layer);
        }
        return known;
    }

    /** An empty word where the report says nothing of a filter, or was not read. */
    String label(final FilterSelection filter) {
        return labels.entrySet().stream().filter(entry -> entry.getKey().layer().layer().equals(filter.layer())
                && entry.getKey().report().equals(Optional.of(filter.report())) && filter.channel() < entry.getValue().size())
                .map(entry -> entry.getValue().get(filter.channel())).findFirst().orElse("");
    }

    /** Something may have changed on the disk. What is known stays until the answers are there, so that nothing collapses under the pointer. */
    void askAgain() {
        List.copyOf(kinds.keySet()).forEach(this::askKind);
        List.copyOf(models.keySet()).forEach(this::askModel);
        List.copyOf(labels.keySet()).forEach(this::askLabels);
    }

    /** May be called from any thread: at worst something is asked too often. */
    boolean knows(final IFile file) {
        return models.containsKey(file) || kinds.containsKey(file);
    }

    void dispose() {
        disposed = true;
        jobs.forEach(Job::cancel);
    }

    private void askKind(final IFile file) {
        ask(new Question<>(KIND, file), file.getName(), kinds, monitor -> file.isAccessible() && ModelLoading.isModel(file));
    }

    private void askModel(final IFile file) {
        ask(new Question<>(LAYERS, file), file.getName(), models, monitor -> loading.read(file, monitor));
    }

    private void askLabels(final ModelLayer layer) {
        ask(new Question<>(LABELS, layer), layer.layer().layer(), labels, monitor -> {
            try {
                return ModelLoading.labels(layer);
            } catch (final InvalidReportException e) {
                ILog.of(ModelIndex.class).info(e.getMessage());
                return List.of();
            }
        });
    }

    private record Question<K>(String about, K subject) {
    }

    /** Called in the background. */
    @FunctionalInterface
    private interface Answer<V> {
        V find(IProgressMonitor monitor) throws CoreException;
    }

    private <K, V> void ask(final Question<K> question, final String name, final Map<K, V> known, final Answer<V> answer) {
        if (disposed) {
            return;
        }
        if (!underWay.add(question)) {
            // The answer under way may be too old.
            again.add(question);
            return;
        }
        final Job job = Job.createSystem(NLS.bind(Messages.ModelIndex_reading, name), monitor -> {
            try {
                final V found = answer.find(monitor);
                thread.later(() -> {
                    if (!disposed && !found.equals(known.put(question.subject(), found))) {
                        changed.accept(question.subject());
                    }
                });
            } finally {
                thread.later(() -> {
                    underWay.remove(question);
                    if (again.remove(question)) {
                        ask(question, name, known, answer);
                    }
                });
            }
        });
        jobs.removeIf(earlier -> earlier.getState() == Job.NONE);
        jobs.add(job);
        job.schedule();
    }
}
