package org.filterscope.ui.example;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.wizards.newresource.BasicNewProjectResourceWizard;
import org.filterscope.ui.display.WelcomePage;

/** Creates the example project "River or road?"; the work goes on in the background when the wizard is closed. */
public final class NewExampleWizard extends Wizard implements INewWizard, IExecutableExtension {
    private final ExamplePage page = new ExamplePage();
    private IConfigurationElement declaration;
    private IWorkbenchWindow window;

    @Override
    public void setInitializationData(final IConfigurationElement element, final String property, final Object data) {
        declaration = element;
    }

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
        // Asks or not, as the person prefers. Now, because a question that comes when the project is finished would interrupt other work.
        BasicNewProjectResourceWizard.updatePerspective(declaration);
        WelcomePage.putAside(window);
        return true;
    }
}
