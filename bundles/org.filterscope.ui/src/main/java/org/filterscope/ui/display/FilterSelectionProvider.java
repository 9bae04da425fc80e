package org.filterscope.ui.display;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ListenerList;
import org.eclipse.core.runtime.SafeRunner;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.PictureSelection;

/** Tells the workbench which filters are selected: a list of {@link FilterSelection}, perhaps with a {@link PictureSelection} behind them. */
public final class FilterSelectionProvider implements ISelectionProvider {
    private final ListenerList<ISelectionChangedListener> listeners = new ListenerList<>();
    private final Consumer<Set<FilterSelection>> select;
    private IStructuredSelection selection = StructuredSelection.EMPTY;

    /** @param select makes the view select these filters and then call {@link #changed} */
    public FilterSelectionProvider(final Consumer<Set<FilterSelection>> select) {
        this.select = select;
    }

    public void changed(final List<FilterSelection> filters) {
        tell(filters);
    }

    /** With a picture that the person has come to. */
    public void changed(final List<FilterSelection> filters, final PictureSelection picture) {
        tell(Stream.concat(filters.stream(), Stream.of(picture)).toList());
    }

    private void tell(final List<?> elements) {
        selection = new StructuredSelection(elements);
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
