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
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.explorer.ModelChanges.Changed;

/** What one Project Explorer knows of models. What it does not know it finds out in the background. Belongs to the UI thread. */
final class ModelIndex {
    private static final String KIND = "kind";
    private static final String LAYERS = "layers";
    private static final String LABELS = "labels";
    private static final String REPORTS = "reports";

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

    /**
     * Asks again what a change could concern, and nothing else: without a report a model has to be read by the worker. What is known stays until the
     * answers are there, so that nothing collapses under the pointer.
     */
    void askAgain(final Changed change) {
        change.files().stream().filter(kinds::containsKey).forEach(this::askKind);
        labels.keySet().stream().filter(layer -> change.reports().contains(layer.report().orElseThrow())).toList().forEach(this::askLabels);
        final Set<IFile> shown = asked();
        final Set<IFile> concerned = shown.stream().filter(file -> change.files().contains(file) || isReported(file, change))
                .collect(Collectors.toSet());
        concerned.forEach(this::askModel);
        if (!change.reports().isEmpty() && concerned.size() < shown.size()) {
            ask(new Question<>(REPORTS, change.reports()), REPORTS, monitor -> ModelLoading.models(change.reports()),
                    found -> shown.stream().filter(file -> !concerned.contains(file) && isAmong(file, found)).forEach(this::askModel));
        }
    }

    /** Models of which the layers are known or looked for. */
    private Set<IFile> asked() {
        final Set<IFile> asked = new HashSet<>(models.keySet());
        underWay.stream().filter(question -> question.about().equals(LAYERS)).forEach(question -> asked.add((IFile) question.subject()));
        return asked;
    }

    private static boolean isAmong(final IFile file, final Set<String> models) {
        return Optional.ofNullable(file.getLocation()).filter(place -> models.contains(place.toPath().toString())).isPresent();
    }

    /** Whether what is known of a model is from one of the reports. */
    private boolean isReported(final IFile file, final Changed change) {
        return Optional.ofNullable(models.get(file)).flatMap(KnownModel::report).filter(report -> change.lost() || change.reports().contains(report))
                .isPresent();
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
        ask(new Question<>(KIND, file), file.getName(), monitor -> file.isAccessible() && ModelLoading.isModel(file),
                found -> keep(kinds, file, found));
    }

    private void askModel(final IFile file) {
        ask(new Question<>(LAYERS, file), file.getName(), monitor -> loading.read(file, monitor), found -> keep(models, file, found));
    }

    private void askLabels(final ModelLayer layer) {
        ask(new Question<>(LABELS, layer), layer.layer().layer(), monitor -> readable(layer), found -> keep(labels, layer, found));
    }

    private static List<String> readable(final ModelLayer layer) {
        try {
            return ModelLoading.labels(layer);
        } catch (final InvalidReportException e) {
            ILog.of(ModelIndex.class).info(e.getMessage());
            return List.of();
        }
    }

    private <K, V> void keep(final Map<K, V> known, final K subject, final V found) {
        if (!found.equals(known.put(subject, found))) {
            changed.accept(subject);
        }
    }

    private record Question<K>(String about, K subject) {
    }

    /** Called in the background. */
    @FunctionalInterface
    private interface Answer<V> {
        V find(IProgressMonitor monitor) throws CoreException;
    }

    private <V> void ask(final Question<?> question, final String name, final Answer<V> answer, final Consumer<V> told) {
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
                    if (!disposed) {
                        told.accept(found);
                    }
                });
            } finally {
                thread.later(() -> {
                    underWay.remove(question);
                    if (again.remove(question)) {
                        ask(question, name, answer, told);
                    }
                });
            }
        });
        jobs.removeIf(earlier -> earlier.getState() == Job.NONE);
        jobs.add(job);
        job.schedule();
    }
}
