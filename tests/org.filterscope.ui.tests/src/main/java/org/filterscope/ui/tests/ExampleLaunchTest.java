package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.ui.console.TextConsole;
import org.filterscope.core.configuration.ConfigurationText;
import org.filterscope.ide.launch.DiagnosisLaunches;
import org.filterscope.ide.launch.DiagnosisProcess;
import org.filterscope.ide.settings.DeviceSetting;
import org.filterscope.ide.settings.ExecutorSetting;
import org.filterscope.ide.settings.WorkerPreferences;
import org.filterscope.ide.settings.WorkerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example project launched with the real worker: a few of its pictures and the cheapest analysis. */
class ExampleLaunchTest {
    private final WorkerPreferences preferences = new WorkerPreferences(ResourcesPlugin.getWorkspace().getRoot());
    private ScoresDriver scores;
    private IProject project;

    @BeforeEach
    void create() throws Exception {
        scores = ScoresDriver.create();
        project = ExampleProject.write(scores.diagnoses(), "launched-example");
    }

    @AfterEach
    void delete() throws Exception {
        InstanceScope.INSTANCE.getNode(WorkerPreferences.NODE).removeNode();
        LaunchesEnd.clear();
        scores.close();
        project.delete(true, true, null);
    }

    @Test
    void itEndsWithZeroAConfigurationWithAMistakeWithTwoAndItsLineAndALimitThatIsTooSmallWithFourAndItsSetting() throws Exception {
        final IFile file = project.getFile("flawed.filterscope");
        final ConfigurationText cheap = ConfigurationText.parse(file.readString()).with("analyses", List.of("filters", "classes"))
                .with("images.limit", "24")
                .with("output", "reports/launched");
        file.write(cheap.toString().getBytes(StandardCharsets.UTF_8), true, false, false, null);
        final DiagnosisProcess good = ended(file);
        final String said = said(good);
        assertEquals(0, good.getExitValue(), said);
        assertTrue(said.contains("Layer conv3: ") && said.contains("Report: "), said);
        assertTrue(project.getFile("reports/launched/manifest.json").getLocation().toFile().isFile());
        file.write(cheap.with("images.limit", "many").toString().getBytes(StandardCharsets.UTF_8), true, false, false, null);
        final DiagnosisProcess bad = ended(file);
        assertEquals(2, bad.getExitValue());
        final String place = "flawed.filterscope:" + cheap.line("images.limit").orElseThrow() + ": ";
        EventLoop.until("the mistake is told with its line", () -> said(bad).contains(place));
        assertTrue(said(bad).lines().filter(line -> line.contains(place)).findFirst().flatMap(bad::link).isPresent());
        file.write(cheap.toString().getBytes(StandardCharsets.UTF_8), true, false, false, null);
        preferences.save(new WorkerSettings(ExecutorSetting.AUTO, 1, 512, DeviceSetting.CPU, 600));
        final DiagnosisProcess small = ended(file);
        assertEquals(4, small.getExitValue());
        EventLoop.until("the setting is told", () -> said(small).contains("the run may take 600 MB of memory but needs up to ")
                && said(small).contains("; allow more (Limit of all memory: ") && said(small).contains("the preferences), make the heap smaller"));
        assertFalse(said(small).contains("FILTERSCOPE_MEMORY") || said(small).contains("--memory"), "words of the command line");
    }

    private static DiagnosisProcess ended(final IFile file) throws Exception {
        final ILaunch launch = new DiagnosisLaunches(DebugPlugin.getDefault().getLaunchManager()).add(file).launch(ILaunchManager.RUN_MODE, null);
        EventLoop.until("the run is over", Duration.ofMinutes(2), launch::isTerminated);
        return (DiagnosisProcess) launch.getProcesses()[0];
    }

    private static String said(final DiagnosisProcess process) {
        EventLoop.until("there is a console", () -> DebugUITools.getConsole(process) != null);
        final TextConsole console = (TextConsole) DebugUITools.getConsole(process);
        EventLoop.settle();
        return console.getDocument().get();
    }
}
