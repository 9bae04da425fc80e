package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

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
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
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
    private Throwable failure;

    private interface Work {
        void run(Shell shell) throws Exception;
    }

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
            inDialog("Run Configurations", shell -> {
                shell.setBounds(20, 20, 1180, 820);
                final CTabFolder tabs = all(shell, CTabFolder.class).findFirst().orElseThrow();
                for (int tab = 0; tab < tabs.getItemCount(); tab++) {
                    tabs.setSelection(tab);
                    tabs.notifyListeners(SWT.Selection, null);
                    ScreenshotTest.shoot(shell, name + "-launch-" + tab);
                }
            });
            DebugUITools.openLaunchConfigurationDialogOnGroup(window, new StructuredSelection(launch), IDebugUIConstants.ID_RUN_LAUNCH_GROUP);
            assertNull(failure);
            final AtomicBoolean shot = new AtomicBoolean();
            inDialog("Model Diagnosis", shell -> {
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
        assertNull(failure);
    }

    /** Does something in a dialog as soon as it is open, and closes it. */
    private void inDialog(final String title, final Work work) {
        final Display display = Display.getCurrent();
        display.timerExec(300, new Runnable() {
            @Override
            public void run() {
                final Optional<Shell> dialog = Stream.of(display.getShells()).filter(shell -> shell.isVisible() && shell.getText()
                        .startsWith(title)).findFirst();
                if (dialog.isEmpty()) {
                    display.timerExec(200, this);
                    return;
                }
                try {
                    work.run(dialog.get());
                } catch (final Exception | AssertionError e) {
                    failure = e;
                } finally {
                    dialog.get().close();
                }
            }
        });
    }

    private static <T extends Control> Stream<T> all(final Composite parent, final Class<T> type) {
        return Stream.of(parent.getChildren()).flatMap(child -> Stream.concat(type.isInstance(child) ? Stream.of(type.cast(child)) : Stream.empty(),
                child instanceof final Composite composite ? all(composite, type) : Stream.empty()));
    }
}
