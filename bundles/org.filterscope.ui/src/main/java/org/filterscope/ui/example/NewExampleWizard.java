package org.filterscope.ui.example;

import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;

/** Creates the example project "River or road?"; the work goes on in the background when the wizard is closed. */
public final class NewExampleWizard extends Wizard implements INewWizard {
    private final ExamplePage page = new ExamplePage();
    private IWorkbenchWindow window;

    @Override
    public void init(final IWorkbench workbench, final IStructuredSelection selection) {
        window = workbench.getActiveWorkbenchWindow();
        setWindowTitle(Messages.NewExampleWizard_title);
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        new ExampleStarter(window).start(page.project());
        return true;
    }
}
