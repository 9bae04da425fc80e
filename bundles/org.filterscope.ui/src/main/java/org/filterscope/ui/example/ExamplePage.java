package org.filterscope.ui.example;

import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** Asks for the project's name and says what will be created. */
final class ExamplePage extends WizardPage {
    private static final String HELP = "org.filterscope.ui.newExample";
    private static final int LINE = 400;

    private final IWorkspace workspace = ResourcesPlugin.getWorkspace();
    private Text name;

    ExamplePage() {
        super(ExamplePage.class.getName());
        setTitle(Messages.ExamplePage_title);
        setDescription(Messages.ExamplePage_description);
    }

    @Override
    public void createControl(final Composite parent) {
        final Composite page = new Composite(parent, SWT.NONE);
        initializeDialogUnits(page);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(convertHorizontalDLUsToPixels(7), convertVerticalDLUsToPixels(7))
                .applyTo(page);
        new Label(page, SWT.NONE).setText(Messages.ExamplePage_name);
        name = new Text(page, SWT.BORDER);
        name.setText(Messages.ExamplePage_default);
        name.addModifyListener(event -> validate());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        final Label what = new Label(page, SWT.WRAP);
        what.setText(Messages.ExamplePage_what);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(LINE, SWT.DEFAULT)
                .indent(0, convertVerticalDLUsToPixels(4)).applyTo(what);
        setControl(page);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, HELP);
        validate();
    }

    @Override
    public void setVisible(final boolean visible) {
        super.setVisible(visible);
        if (visible) {
            name.setFocus();
            name.selectAll();
        }
    }

    /** The project that the person wants; the page is complete. */
    IProject project() {
        return workspace.getRoot().getProject(name.getText());
    }

    private void validate() {
        if (name.getText().isEmpty()) {
            setErrorMessage(null);
            setMessage(Messages.ExamplePage_nameMissing);
            setPageComplete(false);
            return;
        }
        final Optional<String> objection = objection(name.getText());
        setMessage(null);
        setErrorMessage(objection.orElse(null));
        setPageComplete(objection.isEmpty());
    }

    private Optional<String> objection(final String wanted) {
        final IStatus valid = workspace.validateName(wanted, IResource.PROJECT);
        if (!valid.isOK()) {
            return Optional.of(valid.getMessage());
        }
        if (workspace.getRoot().getProject(wanted).exists()) {
            return Optional.of(NLS.bind(Messages.ExamplePage_projectExists, wanted));
        }
        return workspace.getRoot().getLocation().append(wanted).toFile().exists()
                ? Optional.of(NLS.bind(Messages.ExamplePage_folderExists, wanted))
                : Optional.empty();
    }
}
