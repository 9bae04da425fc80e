package org.filterscope.ui.filter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.names.FilterName;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisListener;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.PictureSelection;
import org.filterscope.ui.display.FilterSelectionProvider;
import org.filterscope.ui.display.Following;
import org.filterscope.ui.display.MessagePage;
import org.filterscope.ui.display.MessagePage.Offer;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.trace.ContributionTraceView;

/** Tells everything about the filter that is selected in any view. */
public final class FilterView extends ViewPart {
    /** The view's identifier in the workbench. */
    public static final String ID = "org.filterscope.ui.filter";
    private static final String SCORES = "org.filterscope.ui.filterScores";

    private final DiagnosisListener names = new DiagnosisListener() {
        @Override
        public void reportOpened(final ReportLocation report) {
            // The selection in another view says which filter is wanted; a run may have written another report in place of the one on show.
            changed(report.directory());
        }

        @Override
        public void runningChanged() {
            // A filter is shown as its report has it.
        }

        @Override
        public void namesChanged(final Path report) {
            changed(report);
        }

        private void changed(final Path report) {
            thread.later(() -> {
                if (!stack.isDisposed() && wanted.filter(filter -> filter.report().equals(report)).isPresent()) {
                    reload();
                }
            });
        }
    };
    private Diagnoses diagnoses;
    private UiThread thread;
    private FilterState remembered;
    private Following following;
    private Composite stack;
    private StackLayout layout;
    private MessagePage message;
    private FilterPage page;
    private ThemeColors colors;
    private FilterLoading loading;
    private FilterSelectionProvider selection;
    private IAction dim;
    private Optional<FilterSelection> wanted = Optional.empty();

    @Override
    public void init(final IViewSite site, final IMemento memento) throws PartInitException {
        super.init(site, memento);
        diagnoses = site.getService(Diagnoses.class);
        remembered = FilterState.read(memento);
        following = new Following(this, memento, selected -> first(selected).ifPresent(this::open), () -> following.catchUp());
    }

    @Override
    public void createPartControl(final Composite parent) {
        thread = new UiThread(parent.getDisplay());
        stack = new Composite(parent, SWT.NONE);
        layout = new StackLayout();
        stack.setLayout(layout);
        message = new MessagePage(stack);
        colors = new ThemeColors(workbench(), () -> page.recolor());
        page = new FilterPage(stack, colors, this::openTwin, this::name, this::reload);
        loading = new FilterLoading(thread, diagnoses::names, new FilterLoading.Receiver() {
            @Override
            public void loaded(final FilterDetails details) {
                page.show(details);
                bring(page.control());
            }

            @Override
            public void failed(final String sentence) {
                message.show(sentence, List.of(new Offer(Messages.FilterView_tryAgain, FilterView.this::reload)));
                bring(message.control());
            }
        });
        selection = new FilterSelectionProvider(filters -> filters.stream().findFirst().ifPresent(this::open));
        getSite().setSelectionProvider(selection);
        page.tops().offerTracing(this::choose, this::trace);
        createActions();
        workbench().getHelpSystem().setHelp(stack, ID);
        message.show(Messages.FilterView_empty, List.of(new Offer(Messages.FilterView_openScores, this::openScores)));
        bring(message.control());
        following.start();
        diagnoses.addListener(names);
        following.catchUp();
        if (wanted.isEmpty()) {
            remembered.filter().ifPresent(this::open);
        }
    }

    @Override
    public void setFocus() {
        if (layout.topControl == page.control()) {
            page.setFocus();
        } else {
            message.setFocus();
        }
    }

    @Override
    public void saveState(final IMemento memento) {
        new FilterState(wanted, dim.isChecked()).write(memento);
        following.save(memento);
    }

    @Override
    public void dispose() {
        following.dispose();
        diagnoses.removeListener(names);
        if (loading != null) {
            loading.cancel();
            page.dispose();
            colors.dispose();
        }
        super.dispose();
    }

    private void createActions() {
        dim = new Action(Messages.FilterView_dim, IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                page.tops().dim(isChecked());
            }
        };
        dim.setToolTipText(Messages.FilterView_dimTip);
        ResourceLocator.imageDescriptorFromBundle(FilterView.class, "icons/dim.svg").ifPresent(dim::setImageDescriptor);
        dim.setChecked(remembered.dimmed());
        page.tops().dim(remembered.dimmed());
        final IAction refresh = new Action(Messages.FilterView_refresh) {
            @Override
            public void run() {
                reload();
            }
        };
        refresh.setActionDefinitionId(ActionFactory.REFRESH.getCommandId());
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
        getViewSite().getActionBars().getToolBarManager().add(dim);
        getViewSite().getActionBars().getMenuManager().add(dim);
        getViewSite().getActionBars().getMenuManager().add(refresh);
    }

    private void open(final FilterSelection filter) {
        if (!wanted.equals(Optional.of(filter))) {
            wanted = Optional.of(filter);
            reload();
            selection.changed(List.of(filter));
        }
    }

    private void openTwin(final int channel) {
        wanted.ifPresent(filter -> open(new FilterSelection(filter.report(), filter.layer(), channel)));
    }

    /** Also for the filter that was on show when the person moved on to another one: the name tells which one it is about. */
    private void name(final FilterName said) {
        page.shown().ifPresent(details -> {
            final Job job = Job.create(Messages.FilterView_naming, monitor -> {
                try {
                    diagnoses.name(details.report().report(), said);
                    thread.later(() -> page.named(details.selection(), true));
                    return Status.OK_STATUS;
                } catch (final InvalidInputException e) {
                    thread.later(() -> page.named(details.selection(), false));
                    return Status.error(e.getMessage(), e);
                }
            });
            job.setRule(new NamingRule());
            job.schedule();
        });
    }

    private void reload() {
        wanted.ifPresent(filter -> {
            if (layout.topControl != page.control()) {
                message.show(NLS.bind(Messages.FilterView_loading, filter.channel(), filter.layer()), List.of());
                bring(message.control());
            }
            loading.load(filter);
        });
    }

    private void choose(final String picture) {
        wanted.ifPresent(filter -> selection.changed(List.of(filter), new PictureSelection(filter.report(), picture)));
    }

    private void trace(final String picture) {
        wanted.ifPresent(filter -> {
            try {
                ((ContributionTraceView) getSite().getPage().showView(ContributionTraceView.ID))
                        .trace(new PictureSelection(filter.report(), picture));
            } catch (final PartInitException e) {
                message.show(e.getMessage(), List.of());
            }
        });
    }

    private void openScores() {
        try {
            getSite().getPage().showView(SCORES);
        } catch (final PartInitException e) {
            message.show(e.getMessage(), List.of());
        }
    }

    private void bring(final Composite control) {
        final boolean focused = layout.topControl != null && layout.topControl != control && getSite().getPage().getActivePart() == this;
        layout.topControl = control;
        stack.layout();
        if (focused) {
            setFocus();
        }
    }

    private static Optional<FilterSelection> first(final IStructuredSelection selected) {
        return selected.stream().filter(FilterSelection.class::isInstance).map(FilterSelection.class::cast).findFirst();
    }

    private IWorkbench workbench() {
        return getSite().getWorkbenchWindow().getWorkbench();
    }
}
