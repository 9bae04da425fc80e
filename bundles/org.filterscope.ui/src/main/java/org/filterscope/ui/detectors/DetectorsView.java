package org.filterscope.ui.detectors;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;
import org.filterscope.core.report.DetectorRow;
import org.filterscope.core.report.Report;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisListener;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.display.Decimals;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.FactTable.Fact;
import org.filterscope.ui.display.LatestReading;
import org.filterscope.ui.display.MessagePage;
import org.filterscope.ui.display.MessagePage.Offer;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.UiThread;

/** Shows how many filters of each layer of the current report stand for concepts, by category. */
public final class DetectorsView extends ViewPart {
    /** The view's identifier in the workbench. */
    public static final String ID = "org.filterscope.ui.detectors";
    private static final String SCORES = "org.filterscope.ui.filterScores";

    private final DiagnosisListener listener = new DiagnosisListener() {
        @Override
        public void reportOpened(final ReportLocation report) {
            thread.later(() -> {
                if (!stack.isDisposed()) {
                    open(report);
                }
            });
        }

        @Override
        public void runningChanged() {
            // The chart waits for a report.
        }
    };
    private Diagnoses diagnoses;
    private UiThread thread;
    private Composite stack;
    private StackLayout layout;
    private MessagePage message;
    private SashForm page;
    private ThemeColors colors;
    private LatestReading<DetectorCounts> reading;
    private DetectorChart chart;
    private FactTable table;
    private IAction save;
    private Optional<ReportLocation> location = Optional.empty();

    @Override
    public void createPartControl(final Composite parent) {
        diagnoses = getSite().getService(Diagnoses.class);
        thread = new UiThread(parent.getDisplay());
        stack = new Composite(parent, SWT.NONE);
        layout = new StackLayout();
        stack.setLayout(layout);
        message = new MessagePage(stack);
        colors = new ThemeColors(workbench(), () -> chart.recolor());
        page = new SashForm(stack, SWT.VERTICAL);
        chart = new DetectorChart(page, colors, DetectorCounts.of(List.of(), Messages.DetectorsView_other));
        table = new FactTable(page, colors, Messages.DetectorsView_table, Messages.DetectorsView_copy,
                List.of(new Column(Messages.DetectorsView_layer, Messages.DetectorsView_layerTip, false, 160),
                        new Column(Messages.DetectorsView_category, Messages.DetectorsView_categoryTip, false, 120),
                        new Column(Messages.DetectorsView_detectors, Messages.DetectorsView_detectorsTip, true, 96),
                        new Column(Messages.DetectorsView_unique, Messages.DetectorsView_uniqueTip, true, 96),
                        new Column(Messages.DetectorsView_iou, Messages.DetectorsView_iouTip, true, 96)));
        page.setWeights(3, 1);
        createActions();
        reading = new LatestReading<>(thread, this::show, sentence -> {
            message.show(sentence, List.of(new Offer(Messages.DetectorsView_tryAgain, this::reload)));
            bring(message.control());
        });
        workbench().getHelpSystem().setHelp(stack, ID);
        explain(Messages.DetectorsView_empty);
        diagnoses.addListener(listener);
        diagnoses.current().ifPresent(this::open);
    }

    @Override
    public void setFocus() {
        if (layout.topControl == page) {
            table.control().setFocus();
        } else {
            message.setFocus();
        }
    }

    @Override
    public void dispose() {
        diagnoses.removeListener(listener);
        if (reading != null) {
            reading.cancel();
            colors.dispose();
        }
        super.dispose();
    }

    private void createActions() {
        save = new Action(Messages.DetectorsView_save) {
            @Override
            public void run() {
                save();
            }
        };
        final IAction refresh = new Action(Messages.DetectorsView_refresh) {
            @Override
            public void run() {
                reload();
            }
        };
        refresh.setActionDefinitionId(ActionFactory.REFRESH.getCommandId());
        getViewSite().getActionBars().setGlobalActionHandler(ActionFactory.REFRESH.getId(), refresh);
        getViewSite().getActionBars().getMenuManager().add(refresh);
        getViewSite().getActionBars().getMenuManager().add(save);
    }

    private void open(final ReportLocation report) {
        location = Optional.of(report);
        setContentDescription(report.directory().toString());
        reload();
    }

    private void reload() {
        location.ifPresent(report -> reading.read(NLS.bind(Messages.DetectorsView_reading, report.directory().getFileName()),
                NLS.bind(Messages.DetectorsView_damaged, report.directory()),
                () -> DetectorCounts.of(Report.open(report.directory()).detectors(), Messages.DetectorsView_other)));
    }

    private void show(final DetectorCounts counts) {
        if (counts.rows().isEmpty()) {
            explain(Messages.DetectorsView_none);
            return;
        }
        chart.show(counts);
        table.show(counts.rows().stream().map(DetectorsView::fact).toList());
        bring(page);
    }

    private static Fact fact(final DetectorRow row) {
        return new Fact(List.of(row.layer(), row.category(), Integer.toString(row.detectors()), Integer.toString(row.unique()),
                Decimals.text(row.meanIou())), Fact.raw(row.layer(), row.category(), row.detectors(), row.unique(), row.meanIou()));
    }

    private void explain(final String sentence) {
        message.show(sentence, List.of(new Offer(Messages.DetectorsView_openScores, this::openScores)));
        bring(message.control());
    }

    private void openScores() {
        try {
            getSite().getPage().showView(SCORES);
        } catch (final PartInitException e) {
            message.show(e.getMessage(), List.of());
        }
    }

    private void save() {
        final FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] {"*.png"});
        dialog.setFileName(Messages.DetectorsView_fileName);
        dialog.setOverwrite(true);
        final String file = dialog.open();
        if (file != null) {
            final ImageData picture = chart.picture();
            Job.create(NLS.bind(Messages.DetectorsView_saving, file), monitor -> {
                final ImageLoader loader = new ImageLoader();
                loader.data = new ImageData[] {picture};
                try {
                    loader.save(file, SWT.IMAGE_PNG);
                    return Status.OK_STATUS;
                } catch (final SWTException e) {
                    return Status.error(NLS.bind(Messages.DetectorsView_notSaved, file, e.getMessage()), e);
                }
            }).schedule();
        }
    }

    private void bring(final Composite control) {
        final boolean focused = layout.topControl != null && layout.topControl != control && getSite().getPage().getActivePart() == this;
        layout.topControl = control;
        save.setEnabled(control == page);
        stack.layout();
        if (focused) {
            setFocus();
        }
    }

    private IWorkbench workbench() {
        return getSite().getWorkbenchWindow().getWorkbench();
    }
}
