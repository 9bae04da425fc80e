package org.filterscope.ui.findings;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** Tells where a mended model lies, and what became of each class, on pictures that nothing was learnt from. */
final class MendedDialog extends Dialog {
    private static final int WIDTH = 620;
    private static final int HEIGHT = 280;

    private final Path copy;
    private final String summary;

    MendedDialog(final Shell parent, final Path copy, final String summary) {
        super(parent);
        this.copy = copy;
        this.summary = summary;
        // It came by itself: nothing need wait for it.
        setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.RESIZE | getDefaultOrientation());
        setBlockOnOpen(false);
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.MendedDialog_title);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(shell, "org.filterscope.ui.mended");
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        final Composite area = (Composite) super.createDialogArea(parent);
        final Label words = new Label(area, SWT.WRAP);
        words.setText(NLS.bind(Messages.MendedDialog_written, place()).replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(words);
        final Text text = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.BORDER | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setText(summary);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(text);
        return area;
    }

    /** As the workspace calls it, when it is in there. */
    private String place() {
        return Stream.of(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(copy.toUri())).findFirst()
                .map(file -> file.getFullPath().toString()).orElseGet(copy::toString);
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.OK_LABEL, true);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }
}
