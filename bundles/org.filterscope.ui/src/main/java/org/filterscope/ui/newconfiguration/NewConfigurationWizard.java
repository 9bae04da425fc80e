package org.filterscope.ui.newconfiguration;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
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
import org.filterscope.core.InvalidInputException;

/** Creates a configuration for a model and opens it. */
public final class NewConfigurationWizard extends Wizard implements INewWizard {
    private final ConfigurationDraft draft = new PlainDraft();
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
            final Creation creation = new Creation(file, page.model(), page.pictures());
            getContainer().run(true, true, creation);
        } catch (final InvocationTargetException e) {
            page.setErrorMessage(NLS.bind(Messages.NewConfigurationWizard_failed, file.getName(), e.getCause().getMessage()));
            return false;
        } catch (final InterruptedException e) {
            return false;
        }
        show(file);
        return true;
    }

    private void show(final IFile file) {
        BasicNewResourceWizard.selectAndReveal(file, window);
        try {
            IDE.openEditor(window.getActivePage(), file);
        } catch (final PartInitException e) {
            ILog.of(NewConfigurationWizard.class).log(e.getStatus());
        }
    }

    /** Drafts the text and writes the file, in the background of the dialog. */
    private final class Creation extends WorkspaceModifyOperation {
        private final IFile file;
        private final Path model;
        private final Path pictures;

        Creation(final IFile file, final Path model, final Path pictures) {
            super(file.getParent());
            this.file = file;
            this.model = model;
            this.pictures = pictures;
        }

        @Override
        protected void execute(final IProgressMonitor monitor) throws CoreException, InvocationTargetException {
            final SubMonitor progress = SubMonitor.convert(monitor, 1);
            try {
                final String text = draft.text(file.getParent().getLocation().toPath(), model, pictures);
                file.create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false, progress.split(1));
            } catch (final InvalidInputException e) {
                throw new InvocationTargetException(e);
            }
        }
    }
}
