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
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.UiThread;

/** What one Project Explorer knows of models. What it does not know it finds out in the background. Belongs to the UI thread. */
final class ModelIndex {
    private final ModelLoading loading;
    private final UiThread thread;
    private final Consumer<Object> changed;
    private final Map<IFile, KnownModel> models = new ConcurrentHashMap<>();
    private final Map<IFile, Boolean> kinds = new ConcurrentHashMap<>();
    private final Map<ModelLayer, List<String>> labels = new HashMap<>();
    private final Set<Object> underWay = new HashSet<>();
    private final List<Job> jobs = new ArrayList<>();

    /** @param changed hears of what has other children now */
    ModelIndex(final ModelLoading loading, final UiThread thread, final Consumer<Object> changed) {
        this.loading = loading;
        this.thread = thread;
        this.changed = changed;
    }

    /** Empty when it is not known yet; it is then found out. */
    Optional<KnownModel> model(final IFile file) {
        final Optional<KnownModel> known = Optional.ofNullable(models.get(file));
        if (known.isEmpty() && underWay.add(file)) {
            run(NLS.bind(Messages.ModelIndex_reading, file.getName()), monitor -> {
                KnownModel found = KnownModel.NONE;
                try {
                    found = loading.read(file, monitor);
                } catch (final CoreException e) {
                    ILog.of(ModelIndex.class).log(e.getStatus());
                }
                final KnownModel read = found;
                thread.later(() -> {
                    if (underWay.remove(file)) {
                        models.put(file, read);
                        changed.accept(file);
                    }
                });
            });
        }
        return known;
    }

    /** Whether a file is a model; empty when it is not known yet, and then its beginning is looked at. */
    Optional<Boolean> isModel(final IFile file) {
        final Optional<Boolean> known = Optional.ofNullable(models.get(file)).map(KnownModel::model).or(() -> Optional.ofNullable(kinds.get(file)));
        final Kind kind = new Kind(file);
        if (known.isEmpty() && underWay.add(kind)) {
            run(NLS.bind(Messages.ModelIndex_reading, file.getName()), monitor -> {
                final boolean model = file.isAccessible() && ModelLoading.isModel(file);
                thread.later(() -> {
                    if (underWay.remove(kind)) {
                        kinds.put(file, model);
                        if (model) {
                            changed.accept(file);
                        }
                    }
                });
            });
        }
        return known;
    }

    /** What is found out about a file before anything else. */
    private record Kind(IFile file) {
    }

    /** What the filters of a layer stand for; empty when it is not known yet, and then it is found out. */
    Optional<List<String>> labels(final ModelLayer layer) {
        final Optional<List<String>> known = Optional.ofNullable(labels.get(layer));
        if (known.isEmpty() && underWay.add(layer)) {
            run(NLS.bind(Messages.ModelIndex_reading, layer.layer().layer()), monitor -> {
                List<String> found = List.of();
                try {
                    found = ModelLoading.labels(layer);
                } catch (final InvalidReportException e) {
                    ILog.of(ModelIndex.class).info(e.getMessage());
                }
                final List<String> read = found;
                thread.later(() -> {
                    if (underWay.remove(layer)) {
                        labels.put(layer, read);
                        changed.accept(layer);
                    }
                });
            });
        }
        return known;
    }

    /** An empty word where the report says nothing of a filter, or was not read. */
    String label(final FilterSelection filter) {
        return labels.entrySet().stream().filter(entry -> entry.getKey().layer().layer().equals(filter.layer())
                && entry.getKey().report().equals(Optional.of(filter.report())) && filter.channel() < entry.getValue().size())
                .map(entry -> entry.getValue().get(filter.channel())).findFirst().orElse("");
    }

    /** Something may have changed on the disk; whoever asks again gets the present state. */
    void forget(final Consumer<IFile> forgotten) {
        final Set<IFile> files = new HashSet<>(models.keySet());
        files.addAll(kinds.keySet());
        models.clear();
        kinds.clear();
        labels.clear();
        files.forEach(forgotten);
    }

    /** May be called from any thread: at worst something is forgotten too often. */
    boolean knows(final IFile file) {
        return models.containsKey(file) || kinds.containsKey(file);
    }

    void dispose() {
        underWay.clear();
        jobs.forEach(Job::cancel);
    }

    private void run(final String name, final ICoreRunnable work) {
        final Job job = Job.createSystem(name, work);
        jobs.removeIf(earlier -> earlier.getState() == Job.NONE);
        jobs.add(job);
        job.schedule();
    }
}
