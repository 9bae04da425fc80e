package org.filterscope.ui.tests;

import java.nio.file.Files;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.help.HelpSystem;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.cheatsheets.OpenCheatSheetAction;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pictures of pages, wizards and the cheat sheet, to be looked at by a person. */
@DisabledIfSystemProperty(named = "filterscope.screenshots", matches = "none")
@ExtendWith(NoHangingDialogs.class)
class LearningScreenshotTest {
    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    @Test
    void inBothThemes() throws Exception {
        final Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        shell.setBounds(0, 0, 1500, 950);
        final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("landuse");
        project.create(null);
        project.open(null);
        Files.writeString(project.getLocation().append("landuse12.h5").toPath(), "a model");
        Files.createDirectories(project.getLocation().append("pictures").toPath());
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        try {
            for (final String theme : new String[] {LIGHT, DARK}) {
                PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, false);
                shoot(shell, project, theme.equals(DARK) ? "dark" : "light");
            }
        } finally {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(LIGHT, false);
            project.delete(true, true, null);
        }
    }

    private static void shoot(final Shell shell, final IProject project, final String name) throws Exception {
        for (final String id : new String[] {"org.filterscope.ui.preferences", "org.filterscope.ui.storedData"}) {
            final PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(shell, id, null, null);
            shootDialog(dialog, name + "-" + id.substring(id.lastIndexOf('.') + 1));
        }
        final String id = "org.filterscope.ui.projectSettings";
        shootDialog(PreferencesUtil.createPropertyDialogOn(shell, project, id, null, null), name + "-projectSettings");
        final INewWizard wizard = (INewWizard) PlatformUI.getWorkbench().getNewWizardRegistry().findWizard("org.filterscope.ui.newConfiguration")
                .createWizard();
        wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(project.getFile("landuse12.h5")));
        shootDialog(new WizardDialog(shell, wizard), name + "-newConfiguration");
        new OpenCheatSheetAction("org.filterscope.ui.firstFlaw").run();
        ScreenshotTest.shoot(shell, name + "-cheatsheet");
        final IViewPart help = ScoresDriver.page().showView("org.eclipse.help.ui.HelpView");
        PlatformUI.getWorkbench().getHelpSystem().displayDynamicHelp();
        PlatformUI.getWorkbench().getHelpSystem().displayContext(HelpSystem.getContext("org.filterscope.ui.filterScores"), 0, 0);
        ScreenshotTest.shoot(shell, name + "-help");
        ScoresDriver.page().hideView(help);
        ScoresDriver.page().hideView(ScoresDriver.page().findView("org.eclipse.ui.cheatsheets.views.CheatSheetView"));
    }

    private static void shootDialog(final Window dialog, final String name) throws Exception {
        dialog.setBlockOnOpen(false);
        dialog.open();
        dialog.getShell().setLocation(50, 50);
        ScreenshotTest.shoot(dialog.getShell(), name);
        dialog.close();
    }
}
