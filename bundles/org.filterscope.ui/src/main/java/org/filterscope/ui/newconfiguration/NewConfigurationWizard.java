package org.filterscope.ui.newconfiguration;

import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.WorkspaceModifyOperation;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ui.display.WelcomePage;
import org.filterscope.ui.launch.InspectedModel;
import org.filterscope.ui.launch.NewConfiguration;
import org.filterscope.ui.launch.NewConfigurationDialog;

/** Creates a configuration for a model and opens it. */
public final class NewConfigurationWizard extends Wizard implements INewWizard {
    private ConfigurationPage page;
    private IWorkbenchWindow window;

    public NewConfigurationWizard() {
        setNeedsProgressMonitor(true);
    }

    @Override
    public void init(final IWorkbench workbench, final IStructuredSelection selection) {
        window = workbench.getActiveWorkbenchWindow();
        setWindowTitle(Messages.NewConfigurationWizard_title);
        page = new ConfigurationPage(Optional.ofNullable(selection.getFirstElement()).map(element -> Adapters.adapt(element, IResource.class)));
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        final IFile file = page.configuration();
        try {
            final Inspection inspection = new Inspection(window.getWorkbench().getService(Diagnoses.class), page.model(), page.pictures());
            getContainer().run(true, true, inspection);
            final Optional<NewConfiguration> answer = ask(file, inspection.found().orElseThrow());
            if (answer.isEmpty()) {
                return false;
            }
            getContainer().run(true, true, new Creation(file, answer.get().text()));
        } catch (final InvocationTargetException e) {
            page.setErrorMessage(NLS.bind(Messages.NewConfigurationWizard_failed, file.getName(), e.getCause().getMessage()));
            return false;
        } catch (final InterruptedException e) {
            return false;
        }
        show(file);
        return true;
    }

    private Optional<NewConfiguration> ask(final IFile file, final InspectedModel model) {
        final NewConfigurationDialog dialog = new NewConfigurationDialog(getShell(), model, file.getParent().getLocation().toPath(),
                Messages.NewConfigurationWizard_create);
        dialog.open();
        return dialog.answer();
    }

    private void show(final IFile file) {
        WelcomePage.putAside(window);
        BasicNewResourceWizard.selectAndReveal(file, window);
        try {
            IDE.openEditor(window.getActivePage(), file);
        } catch (final PartInitException e) {
            ILog.of(NewConfigurationWizard.class).log(e.getStatus());
        }
    }

    /** Writes the file, in the background of the dialog. */
    private static final class Creation extends WorkspaceModifyOperation {
        private final IFile file;
        private final String text;

        Creation(final IFile file, final String text) {
            super(file.getParent());
            this.file = file;
            this.text = text;
        }

        @Override
        protected void execute(final IProgressMonitor monitor) throws CoreException {
            file.create(text.getBytes(StandardCharsets.UTF_8), false, false, monitor);
        }
    }
}
