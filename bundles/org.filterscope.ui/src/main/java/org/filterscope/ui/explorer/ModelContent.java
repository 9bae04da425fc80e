package org.filterscope.ui.explorer;

import java.nio.file.Path;
import java.util.stream.IntStream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.navigator.ICommonContentExtensionSite;
import org.eclipse.ui.navigator.ICommonContentProvider;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ide.ReportSearch;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.UiThread;

/** Layers below model files, filters below layers. Nothing is read on the UI thread: what is not known yet is an ellipsis. */
public final class ModelContent implements ICommonContentProvider {
    static final String INDEX = "org.filterscope.ui.models.index";

    private Diagnoses diagnoses;
    private UiThread thread;
    private ModelIndex index;
    private ModelChanges changes;
    private StructuredViewer viewer;

    @Override
    public void init(final ICommonContentExtensionSite site) {
        diagnoses = PlatformUI.getWorkbench().getService(Diagnoses.class);
        thread = new UiThread(PlatformUI.getWorkbench().getDisplay());
        index = new ModelIndex(new ModelLoading(diagnoses), thread, this::refresh);
        site.getExtensionStateModel().setProperty(INDEX, index);
        changes = new ModelChanges(index::knows, diagnoses.current().map(ReportLocation::directory),
                () -> thread.later(() -> index.askAgain(changes.take())));
        diagnoses.addListener(changes);
        ResourcesPlugin.getWorkspace().addResourceChangeListener(changes, IResourceChangeEvent.POST_CHANGE);
    }

    @Override
    public void inputChanged(final Viewer shown, final Object before, final Object input) {
        viewer = (StructuredViewer) shown;
    }

    @Override
    public Object[] getElements(final Object input) {
        return getChildren(input);
    }

    @Override
    public Object[] getChildren(final Object parent) {
        return switch (parent) {
            case final IFile file -> layers(file);
            case final ModelLayer layer -> filters(layer);
            case final FilterGroup group -> filters(group.layer(), group.first(), group.end());
            default -> new Object[0];
        };
    }

    @Override
    public boolean hasChildren(final Object element) {
        return switch (element) {
            // Layers are only looked for when somebody wants to see them.
            case final IFile file -> index.isModel(file).orElse(true);
            case final ModelLayer layer -> true;
            case final FilterGroup group -> true;
            default -> false;
        };
    }

    private Object[] layers(final IFile file) {
        return index.model(file).map(known -> {
            if (!known.model()) {
                return new Object[0];
            }
            return known.failure().isPresent() ? new Object[] {new ModelHint(file, file, known.failure().get())}
                    : IntStream.range(0, known.layers().size())
                            .mapToObj(number -> new ModelLayer(file, number, known.report(), known.layers().get(number))).toArray();
        }).orElseGet(() -> new Object[] {new ModelHint(file, file, Messages.ModelContent_reading)});
    }

    private Object[] filters(final ModelLayer layer) {
        if (layer.report().isEmpty()) {
            return new Object[] {new ModelHint(layer.model(), layer, Messages.ModelContent_noReport)};
        }
        if (index.labels(layer).isEmpty()) {
            return new Object[] {new ModelHint(layer.model(), layer, Messages.ModelContent_reading)};
        }
        final int channels = layer.layer().channels();
        return channels <= FilterGroup.SIZE ? filters(layer, 0, channels)
                : IntStream.iterate(0, first -> first < channels, first -> first + FilterGroup.SIZE)
                        .mapToObj(first -> new FilterGroup(layer, first, Math.min(channels, first + FilterGroup.SIZE))).toArray();
    }

    private static Object[] filters(final ModelLayer layer, final int first, final int end) {
        final Path report = layer.report().orElseThrow();
        return IntStream.range(first, end).mapToObj(channel -> new FilterSelection(report, layer.layer().layer(), channel)).toArray();
    }

    @Override
    public Object getParent(final Object element) {
        return switch (element) {
            case final ModelLayer layer -> layer.model();
            case final FilterGroup group -> group.layer();
            case final ModelHint hint -> hint.owner();
            default -> null;
        };
    }

    private void refresh(final Object element) {
        if (viewer != null && !viewer.getControl().isDisposed()) {
            viewer.refresh(element);
        }
    }

    @Override
    public void dispose() {
        if (index != null) {
            index.dispose();
            diagnoses.removeListener(changes);
            ResourcesPlugin.getWorkspace().removeResourceChangeListener(changes);
        }
    }

    @Override
    public void saveState(final IMemento memento) {
        // What is expanded the explorer keeps.
    }

    @Override
    public void restoreState(final IMemento memento) {
        // What is expanded the explorer keeps.
    }
}
