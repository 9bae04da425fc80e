package org.filterscope.ui.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ListSelectionDialog;
import org.filterscope.core.report.LayerRow;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.InspectionJob;
import org.filterscope.ui.display.UiThread;

/** Lets a person choose from a model's layers with maps. The model is inspected in the background. */
record LayerChooser(Shell shell, Path model) {

    /**
     * Belongs to the UI thread; returns at once.
     *
     * @param chosen  layers that are chosen already
     * @param action gets the layers in the model's order, on the UI thread; is not called when the person decides otherwise
     */
    void choose(final List<String> chosen, final Consumer<List<String>> action) {
        final UiThread thread = new UiThread(shell.getDisplay());
        final InspectionJob job = PlatformUI.getWorkbench().getService(Diagnoses.class).prepareInspection(model, Optional.empty());
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(final IJobChangeEvent event) {
                job.failure().ifPresent(failure -> thread.later(() -> {
                    if (!shell.isDisposed()) {
                        ErrorDialog.openError(shell, Messages.LayerChooser_title, null, failure);
                    }
                }));
                job.inspected().ifPresent(inspected -> thread.later(() -> {
                    if (!shell.isDisposed()) {
                        ask(inspected.layers().stream().filter(layer -> layer.rows() > 1 || layer.cols() > 1).toList(), chosen, action);
                    }
                }));
            }
        });
        job.schedule();
    }

    private void ask(final List<LayerRow> layers, final List<String> chosen, final Consumer<List<String>> action) {
        final ListSelectionDialog dialog = ListSelectionDialog.of(layers).contentProvider(ArrayContentProvider.getInstance())
                .labelProvider(LabelProvider.createTextProvider(layer -> label((LayerRow) layer))).title(Messages.LayerChooser_title)
                .message(NLS.bind(Messages.LayerChooser_message, model.getFileName())).asSheet(false)
                .preselect(layers.stream().filter(layer -> chosen.contains(layer.layer())).toArray()).create(shell);
        if (dialog.open() == Window.OK) {
            final List<Object> selected = List.of(dialog.getResult());
            action.accept(layers.stream().filter(selected::contains).map(LayerRow::layer).toList());
        }
    }

    private static String label(final LayerRow layer) {
        return NLS.bind(Messages.LayerChooser_layer, Stream.of(layer.layer(), layer.kind(), layer.channels(), layer.rows(), layer.cols()).toArray());
    }
}
