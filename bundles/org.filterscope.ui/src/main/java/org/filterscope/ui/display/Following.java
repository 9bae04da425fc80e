package org.filterscope.ui.display;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IContributionManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.IViewPart;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.PictureSelection;

/** A view's following of what is selected in other views, which the person ends and takes up again with the action Pin. Belongs to the UI thread. */
public final class Following {
    private static final String PINNED = "pinned";
    private static final String SCORES = "org.filterscope.ui.filterScores";

    private final IViewPart view;
    private final Consumer<IStructuredSelection> selected;
    private final IAction pin;
    private final ISelectionListener others;
    private Optional<IStructuredSelection> missed = Optional.empty();

    /**
     * @param view     that follows, with its site
     * @param memento  of the view; may be {@code null}
     * @param selected gets what is selected in other views: of {@link FilterSelection} and {@link PictureSelection} it has at least one
     * @param unpinned called when the person ends the pinning: shows the current report if need be, and then calls {@link #catchUp()}
     */
    public Following(final IViewPart view, final IMemento memento, final Consumer<IStructuredSelection> selected, final Runnable unpinned) {
        this.view = view;
        this.selected = selected;
        others = (part, selection) -> {
            if (part != view) {
                ours(selection).ifPresent(this::elsewhere);
            }
        };
        pin = new Action(Messages.Following_pin, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                if (!isChecked()) {
                    unpinned.run();
                }
            }
        };
        pin.setToolTipText(Messages.Following_pinTip);
        ResourceLocator.imageDescriptorFromBundle(Following.class, "icons/pin.svg").ifPresent(pin::setImageDescriptor);
        pin.setChecked(memento != null && Boolean.TRUE.equals(memento.getBoolean(PINNED)));
    }

    /** From now on the view is told; the action comes last in its toolbar and in its menu. */
    public void start() {
        final IActionBars bars = view.getViewSite().getActionBars();
        Stream.<IContributionManager>of(bars.getToolBarManager(), bars.getMenuManager()).forEach(manager -> {
            manager.add(new Separator());
            manager.add(pin);
        });
        service().addSelectionListener(others);
    }

    public void dispose() {
        service().removeSelectionListener(others);
    }

    public void save(final IMemento memento) {
        memento.putBoolean(PINNED, pin.isChecked());
    }

    public boolean isPinned() {
        return pin.isChecked();
    }

    /**
     * Whether the view stays as it is when a report opens. A report that was written in place of the one on show is no other report.
     *
     * @param shown the view's report
     */
    public boolean keeps(final Optional<Path> shown, final Path opened) {
        return isPinned() && !shown.equals(Optional.of(opened));
    }

    /** Gives the view what is selected elsewhere at present: what it missed while it was pinned comes first. Does nothing while it is pinned. */
    public void catchUp() {
        if (!isPinned()) {
            missed.or(this::present).ifPresent(selected);
            missed = Optional.empty();
        }
    }

    private void elsewhere(final IStructuredSelection selection) {
        if (isPinned()) {
            missed = Optional.of(selection);
        } else {
            selected.accept(selection);
        }
    }

    /** In the active view, or in Filter Scores: who clicks into another view does not leave the filter that was selected there. */
    private Optional<IStructuredSelection> present() {
        final Optional<IStructuredSelection> active = view.getSite().getPage().getActivePart() == view ? Optional.empty()
                : ours(service().getSelection());
        return active.or(() -> ours(service().getSelection(SCORES)));
    }

    /** @param selection may be {@code null} */
    private static Optional<IStructuredSelection> ours(final ISelection selection) {
        return Optional.ofNullable(selection).filter(IStructuredSelection.class::isInstance).map(IStructuredSelection.class::cast)
                .filter(elements -> elements.stream().anyMatch(element -> element instanceof FilterSelection || element instanceof PictureSelection));
    }

    private ISelectionService service() {
        return view.getSite().getWorkbenchWindow().getSelectionService();
    }
}
