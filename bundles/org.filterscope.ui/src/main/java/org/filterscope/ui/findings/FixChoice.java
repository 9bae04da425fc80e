package org.filterscope.ui.findings;

import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ListDialog;
import org.eclipse.ui.ide.IDE;

/** Offers what can be done about a finding, as Ctrl+1 does in the Problems view. */
final class FixChoice {
    private static final String HELP = "org.filterscope.ui.fixFinding";
    private static final int WIDTH = 460;

    private FixChoice() {
    }

    /** Asks, and does what the person chooses. Belongs to the UI thread. */
    static void offer(final Shell shell, final IMarker marker) {
        final IMarkerResolution[] resolutions = IDE.getMarkerHelpRegistry().getResolutions(marker);
        final String question = NLS.bind(Messages.FixFindingHandler_choose, marker.getAttribute(IMarker.MESSAGE, ""));
        final ListDialog dialog = new ListDialog(shell) {
            /** Wrapped, unlike the platform's: a finding is a long sentence. */
            @Override
            protected Label createMessageArea(final Composite composite) {
                final Label message = new Label(composite, SWT.WRAP);
                message.setText(question.replace("&", "&&"));
                GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(message);
                return message;
            }

            @Override
            protected Control createContents(final Composite parent) {
                final Control contents = super.createContents(parent);
                PlatformUI.getWorkbench().getHelpSystem().setHelp(contents, HELP);
                return contents;
            }
        };
        dialog.setTitle(Messages.FixFindingHandler_title);
        dialog.setContentProvider(ArrayContentProvider.getInstance());
        dialog.setLabelProvider(LabelProvider.createTextProvider(resolution -> ((IMarkerResolution) resolution).getLabel()));
        dialog.setInput(resolutions);
        dialog.setInitialSelections(resolutions[0]);
        if (dialog.open() == Window.OK && dialog.getResult().length == 1) {
            ((IMarkerResolution) dialog.getResult()[0]).run(marker);
        }
    }
}
