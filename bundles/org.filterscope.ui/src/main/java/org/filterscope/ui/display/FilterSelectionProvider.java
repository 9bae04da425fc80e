package org.filterscope.ui.display;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.filterscope.ui.FilterSelection;

/** Tells the workbench which filters are selected: a list of {@link FilterSelection}. */
public final class FilterSelectionProvider implements ISelectionProvider {
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private final Consumer<Set<FilterSelection>> select;
    private IStructuredSelection selection = StructuredSelection.EMPTY;

    /** @param select makes the view select these filters and then call {@link #changed} */
    public FilterSelectionProvider(final Consumer<Set<FilterSelection>> select) {
        this.select = select;
    }

    public void changed(final List<FilterSelection> filters) {
        selection = new StructuredSelection(filters);
        final SelectionChangedEvent event = new SelectionChangedEvent(this, selection);
        listeners.forEach(listener -> SafeRunner.run(() -> listener.selectionChanged(event)));
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void setSelection(final ISelection wanted) {
        if (wanted instanceof final IStructuredSelection elements) {
            select.accept(elements.stream().filter(FilterSelection.class::isInstance).map(FilterSelection.class::cast)
                    .collect(Collectors.toSet()));
        }
    }

    @Override
    public void addSelectionChangedListener(final ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(final ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
