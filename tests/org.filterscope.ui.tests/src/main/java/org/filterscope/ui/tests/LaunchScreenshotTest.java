package org.filterscope.ui.tests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.launch.DiagnosisLaunches;
import org.filterscope.ui.launch.DiagnosisShortcut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the launch dialog for a person to judge; made only when the build is told where to put them. */
@DisabledIfSystemProperty(named = "filterscope.screenshots", matches = "none", disabledReason = "nobody wants to look")
class LaunchScreenshotTest {
    private static final String TEXT = """
            # the third training
            model: landuse12.h5
            input: { scale: 0.00392156862745098 }
            images: { folder: pictures }
            layers: [fire9_concat, concept]
            gates:
              flaws: { severity: high, max: 0 }
              accuracy: { min: 0.9 }
            """;

    @TempDir
    Path folder;
    private final Dialogs dialogs = new Dialogs();

    @Test
    void theDialogItsTabsAndTheConsoleInBothThemes() throws Exception {
        final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("landuse");
        project.create(null);
        project.open(null);
        final DiagnosisService diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), folder.resolve("worker.log"));
        final ScoresDriver scores = new ScoresDriver(diagnoses);
        project.getFolder("pictures").create(true, true, null);
        project.getFile("landuse12.h5").create(new byte[1], true, false, null);
        project.getFile("open.onnx").create(new byte[1], true, false, null);
        final IFile file = project.getFile("landuse.filterscope");
        file.create(TEXT.getBytes(StandardCharsets.UTF_8), true, false, null);
        final DiagnosisLaunches launches = new DiagnosisLaunches(DebugPlugin.getDefault().getLaunchManager());
        final ILaunchConfiguration launch = launches.add(file);
        final Shell window = ScoresDriver.page().getWorkbenchWindow().getShell();
        window.setBounds(0, 0, 1500, 960);
        for (final String theme : new String[] {ScreenshotTest.LIGHT, ScreenshotTest.DARK}) {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, false);
            final String name = theme.equals(ScreenshotTest.DARK) ? "dark" : "light";
            dialogs.lookAt("Run Configurations", shell -> {
                shell.setBounds(20, 20, 1180, 820);
                final CTabFolder tabs = Dialogs.all(shell, CTabFolder.class).findFirst().orElseThrow();
                for (int tab = 0; tab < tabs.getItemCount(); tab++) {
                    tabs.setSelection(tab);
                    tabs.notifyListeners(SWT.Selection, null);
                    ScreenshotTest.shoot(shell, name + "-launch-" + tab);
                }
            });
            DebugUITools.openLaunchConfigurationDialogOnGroup(window, new StructuredSelection(launch), IDebugUIConstants.ID_RUN_LAUNCH_GROUP);
            dialogs.check();
            final AtomicBoolean shot = new AtomicBoolean();
            dialogs.lookAt("Model Diagnosis", shell -> {
                ScreenshotTest.shoot(shell, name + "-launch-new");
                shot.set(true);
            });
            new DiagnosisShortcut().launch(new StructuredSelection(project.getFile("open.onnx")), ILaunchManager.RUN_MODE);
            EventLoop.until("the dialog was looked at", shot::get);
            final IFile run = project.getFile(name + ".filterscope");
            final Path report = SampleReport.writeScored(project.getLocation().toPath().resolve("report"), 12);
            run.write(("The native library is loaded from a cache\nreport " + report).getBytes(StandardCharsets.UTF_8), true, false, false, null);
            final ILaunch ran = launches.add(run).launch(ILaunchManager.RUN_MODE, null);
            EventLoop.until("it has run", ran::isTerminated);
            ScoresDriver.page().showView("org.eclipse.ui.console.ConsoleView");
            ScreenshotTest.shoot(window, name + "-launch-console");
        }
        PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(ScreenshotTest.LIGHT, false);
        scores.close();
        diagnoses.close();
        project.delete(true, true, null);
        dialogs.check();
    }
}
