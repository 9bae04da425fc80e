package org.filterscope.ui.settings;

import java.io.IOException;
import java.text.NumberFormat;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.StoredData;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.UiThread;

/** What Filterscope keeps outside of projects: where, how large, and a way to get rid of it. Nothing here is a preference. */
public final class StoredDataPage extends PreferencePage implements IWorkbenchPreferencePage {
    /** Id of the page, and of its help. */
    static final String ID = "org.filterscope.ui.storedData";
    private static final int WIDTH = 400;
    private static final double MEGABYTE = 1 << 20;

    private Diagnoses diagnoses;
    private UiThread thread;

    public StoredDataPage() {
        noDefaultAndApplyButton();
    }

    @Override
    public void init(final IWorkbench workbench) {
        diagnoses = workbench.getService(Diagnoses.class);
        thread = new UiThread(workbench.getDisplay());
    }

    @Override
    protected Control createContents(final Composite parent) {
        final Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        final Label what = new Label(page, SWT.WRAP);
        what.setText(Messages.StoredDataPage_what);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(what);
        for (final StoredData data : diagnoses.storedData()) {
            new Row(page, data);
        }
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, ID);
        return page;
    }

    /** What is kept in one place. */
    private final class Row {
        private final StoredData data;
        private final Label size;
        private final Button clear;

        Row(final Composite page, final StoredData data) {
            this.data = data;
            final Group group = new Group(page, SWT.NONE);
            group.setText(data.kind() == StoredData.Kind.NATIVES ? Messages.StoredDataPage_natives : Messages.StoredDataPage_comparisons);
            GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
            GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
            final Text place = new Text(group, SWT.READ_ONLY | SWT.BORDER);
            place.setText(data.place().toString());
            place.setToolTipText(data.place().toString());
            AccessibleName.give(place, group::getText);
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(WIDTH, SWT.DEFAULT).applyTo(place);
            size = new Label(group, SWT.NONE);
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(size);
            clear = new Button(group, SWT.PUSH);
            clear.setText(Messages.StoredDataPage_clear);
            clear.addListener(SWT.Selection, event -> clear());
            measure();
        }

        private void measure() {
            size.setText(Messages.StoredDataPage_measuring);
            clear.setEnabled(false);
            Job.createSystem(Messages.StoredDataPage_measuring, monitor -> {
                final Bytes bytes = bytes();
                thread.later(() -> show(bytes.words(), bytes.any()));
            }).schedule();
        }

        private Bytes bytes() {
            try {
                final long bytes = data.bytes();
                final NumberFormat format = NumberFormat.getInstance();
                format.setMaximumFractionDigits(1);
                return bytes == 0 ? new Bytes(Messages.StoredDataPage_nothing, false)
                        : new Bytes(NLS.bind(Messages.StoredDataPage_megabytes, format.format(bytes / MEGABYTE)), true);
            } catch (final IOException e) {
                return new Bytes(NLS.bind(Messages.StoredDataPage_unreadable, e.getMessage()), true);
            }
        }

        private void clear() {
            clear.setEnabled(false);
            final Job job = diagnoses.prepareClear(data);
            job.addJobChangeListener(new JobChangeAdapter() {
                @Override
                public void done(final IJobChangeEvent event) {
                    // The workbench tells a failure in a dialog.
                    thread.later(event.getResult().getSeverity() == IStatus.OK ? Row.this::measureAgain : Row.this::enable);
                }
            });
            job.schedule();
        }

        private void measureAgain() {
            if (!size.isDisposed()) {
                measure();
            }
        }

        private void enable() {
            if (!clear.isDisposed()) {
                clear.setEnabled(true);
            }
        }

        private void show(final String words, final boolean any) {
            if (!size.isDisposed()) {
                size.setText(words);
                clear.setEnabled(any);
            }
        }
    }

    /** What a measurement came to. */
    private record Bytes(String words, boolean any) {
    }
}
