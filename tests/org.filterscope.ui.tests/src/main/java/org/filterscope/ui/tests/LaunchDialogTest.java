package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.filterscope.ide.launch.DiagnosisProcess;
import org.filterscope.ide.launch.LaunchAttributes;
import org.filterscope.ide.settings.DeviceSetting;
import org.filterscope.ide.worker.WorkerResources;
import org.filterscope.ui.launch.DiagnosisShortcut;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class LaunchDialogTest {
    @TempDir
    Path folder;
    private final Dialogs dialogs = new Dialogs();
    private final boolean automated = ErrorDialog.AUTOMATED_MODE;
    private LaunchDriver driver;

    @BeforeEach
    void createProject() throws Exception {
        driver = new LaunchDriver(folder);
    }

    @AfterEach
    void deleteProject() throws Exception {
        ErrorDialog.AUTOMATED_MODE = automated;
        driver.close();
    }

    @Test
    void theShortcutWritesAConfigurationBesideAModelAsksWhatItCannotKnowAndLaunches() throws Exception {
        driver.project().getFile("net.h5").create(new byte[1], true, false, null);
        driver.project().getFile("labels.txt").create("a\nb\n".getBytes(StandardCharsets.UTF_8), true, false, null);
        driver.project().getFolder("pictures").create(true, true, null);
        for (final String name : List.of("a", "b")) {
            driver.project().getFolder("pictures/" + name).create(true, true, null);
            driver.project().getFile("pictures/" + name + "/1.png").create(new byte[1], true, false, null);
        }
        dialogs.in("Model Diagnosis", shell -> {
            final Button run = shell.getDefaultButton();
            assertTrue(run.isEnabled());
            run.notifyListeners(SWT.Selection, null);
        });
        new DiagnosisShortcut().launch(new StructuredSelection(driver.project().getFile("net.h5")), ILaunchManager.RUN_MODE);
        EventLoop.until("the configuration is written and launched", LaunchDialogTest::isLaunched);
        assertEquals("""
                # Diagnosis of net.h5. What is under input has to be what training did with its pictures.
                model: net.h5
                labels: labels.txt
                input:
                  scale: 0.00392156862745098
                images:
                  folder: pictures
                layers: auto
                """, driver.project().getFile("net.filterscope").readString());
        assertEquals("net.filterscope", ScoresDriver.page().getActiveEditor().getTitle());
    }

    @Test
    void theShortcutOnAFolderOfPicturesTakesTheModelBesideItAndTheNextTimeItsConfiguration() throws Exception {
        driver.file("net.h5", "a network");
        driver.project().getFolder("pictures").create(true, true, null);
        final IFolder pictures = driver.project().getFolder("photos");
        pictures.create(true, true, null);
        dialogs.in("Model Diagnosis", shell -> {
            assertTrue(Dialogs.all(shell, Text.class).anyMatch(field -> field.getText().equals("photos")));
            Dialogs.press(shell.getDefaultButton());
        });
        final StructuredSelection selection = new StructuredSelection(pictures);
        new DiagnosisShortcut().launch(selection, ILaunchManager.RUN_MODE);
        EventLoop.until("the configuration is written and launched", LaunchDialogTest::isLaunched);
        dialogs.check();
        final IFile written = driver.project().getFile("net.filterscope");
        assertTrue(written.readString().contains("  folder: photos\n"), written.readString());
        final DiagnosisProcess first = LaunchDriver.process(LaunchDriver.manager().getLaunches()[0]);
        first.terminate();
        LaunchDriver.ended(first);
        new DiagnosisShortcut().launch(selection, ILaunchManager.RUN_MODE);
        EventLoop.until("it is launched again",
                () -> Stream.of(LaunchDriver.manager().getLaunches()).anyMatch(launch -> launch != first.getLaunch() && launch.getProcesses().length == 1));
        assertEquals(List.of("net"), LaunchDriver.launches().of(written).stream().map(ILaunchConfiguration::getName).toList());
    }

    @Test
    void aFolderOfPicturesWithoutAModelIsToldSo() throws Exception {
        final IFolder pictures = driver.project().getFolder("photos");
        pictures.create(true, true, null);
        dialogs.lookAt("Model Diagnosis", shell -> assertTrue(Dialogs.all(shell, Label.class).anyMatch(label -> label.getText().contains("model")),
                "the dialog tells what is missing"));
        new DiagnosisShortcut().launch(new StructuredSelection(pictures), ILaunchManager.RUN_MODE);
        dialogs.check();
        assertEquals(0, LaunchDriver.manager().getLaunches().length);
    }

    @Test
    void layersAreChosenFromThoseOfTheModelThatHaveMaps() throws Exception {
        driver.file("net.h5", "a network");
        dialogs.lookAt("Edit Configuration", shell -> {
            dialogs.in("Layers", chooser -> {
                final Table layers = Dialogs.all(chooser, Table.class).findFirst().orElseThrow();
                assertEquals(List.of("conv1 (convolution): 8 x 30 x 30"), Stream.of(layers.getItems()).map(TableItem::getText).toList());
                assertFalse(layers.getItem(0).getChecked());
                layers.getItem(0).setChecked(true);
                Dialogs.press(chooser.getDefaultButton());
            });
            chooseLayers(shell);
            EventLoop.until("the layer is named", () -> Dialogs.all(shell, Text.class).anyMatch(field -> field.getText().equals("conv1")));
            dialogs.in("Layers", chooser -> {
                assertTrue(Dialogs.all(chooser, Table.class).findFirst().orElseThrow().getItem(0).getChecked(), "what was chosen before");
                chooser.close();
            });
            chooseLayers(shell);
            EventLoop.until("it was looked at", dialogs::areDone);
            Dialogs.press(Dialogs.button(shell, "Revert"));
        });
        openDialog(driver.configuration("a", "model: net.h5\nimages: { folder: pictures }\n"));
    }

    @Test
    void aModelThatCannotBeReadIsToldWhereItsLayersWereToBeChosen() throws Exception {
        driver.file("broken.h5", "no network");
        ErrorDialog.AUTOMATED_MODE = false;
        dialogs.lookAt("Edit Configuration", shell -> {
            dialogs.lookAt("Layers",
                    failure -> assertTrue(Dialogs.all(failure, Label.class).anyMatch(label -> label.getText().contains("broken.h5"))));
            chooseLayers(shell);
            EventLoop.until("it is told", dialogs::areDone);
        });
        openDialog(driver.configuration("a", "model: broken.h5\nimages: { folder: pictures }\n"));
    }

    private static void chooseLayers(final Shell shell) {
        final Button choose = Dialogs.button(shell, "Choose from the Model...");
        EventLoop.until("layers can be chosen", choose::isEnabled);
        Dialogs.press(choose);
    }

    private void openDialog(final IFile configuration) throws Exception {
        DebugUITools.openLaunchConfigurationPropertiesDialog(ScoresDriver.page().getWorkbenchWindow().getShell(),
                LaunchDriver.launches().add(configuration), IDebugUIConstants.ID_RUN_LAUNCH_GROUP);
        dialogs.check();
    }

    @Test
    void applyInTheDialogWritesTheFileAndKeepsItsComments() throws Exception {
        driver.project().getFile("net.h5").create(new byte[1], true, false, null);
        driver.project().getFile("other.h5").create(new byte[1], true, false, null);
        driver.project().getFolder("pictures").create(true, true, null);
        final String text = "# ours\nmodel: net.h5   # first\nimages: { folder: pictures }\n";
        final IFile file = driver.configuration("a", text);
        dialogs.lookAt("Edit Configuration", shell -> {
            final Text model = Dialogs.all(shell, Text.class).filter(field -> "net.h5".equals(field.getText())).findFirst().orElseThrow();
            model.setText("other.h5");
            EventLoop.until("Apply can be pressed", () -> Dialogs.button(shell, "Apply").isEnabled());
            assertEquals(text, file.readString());
            Dialogs.press(Dialogs.button(shell, "Apply"));
            EventLoop.until("it is written", () -> read(file).contains("other"));
            assertEquals(text.replace("net.h5", "other.h5"), file.readString());
            EventLoop.until("nothing is left to apply", () -> !Dialogs.button(shell, "Apply").isEnabled());
        });
        openDialog(file);
    }

    @Test
    void deviceAndLimitAreThoseOfThePreferencesUntilTheLaunchHasItsOwn() throws Exception {
        driver.file("net.h5", "a network");
        driver.project().getFolder("pictures").create(true, true, null);
        final IFile file = driver.configuration("a", "model: net.h5\nimages: { folder: pictures }\n");
        dialogs.lookAt("Edit Configuration", shell -> {
            final CTabFolder tabs = Dialogs.all(shell, CTabFolder.class).findFirst().orElseThrow();
            tabs.setSelection(Stream.of(tabs.getItems()).filter(tab -> tab.getText().equals("Execution")).findFirst().orElseThrow());
            tabs.notifyListeners(SWT.Selection, null);
            final Combo device = Dialogs.all(shell, Combo.class).filter(combo -> List.of(combo.getItems())
                    .contains("GPU (CUDA)")).findFirst().orElseThrow();
            final Spinner limit = Dialogs.all(device.getParent(), Spinner.class).toList().getLast();
            assertEquals("CPU", device.getText());
            assertEquals(0, limit.getSelection());
            assertFalse(device.isEnabled() || limit.isEnabled());
            final Button set = Dialogs.button(shell, "As in the preferences of the workspace or the project");
            set.setSelection(false);
            Dialogs.press(set);
            assertTrue(device.isEnabled() && limit.isEnabled());
            limit.setSelection(700);
            EventLoop.until("the limit is told to be too small",
                    () -> says(shell, "The limit must be larger than the Java heap (1024 MB)."));
            limit.setSelection(3000);
            EventLoop.until("it is large enough", () -> !says(shell, "The limit must be larger"));
            device.setText("A GPU where one can be used");
            device.notifyListeners(SWT.Selection, null);
            EventLoop.until("Apply can be pressed", () -> Dialogs.button(shell, "Apply").isEnabled());
            Dialogs.press(Dialogs.button(shell, "Apply"));
        });
        openDialog(file);
        final WorkerResources own = LaunchAttributes.options(LaunchDriver.launches().of(file).getFirst()).own().orElseThrow();
        assertEquals(DeviceSetting.AUTO, own.device());
        assertEquals(3000, own.limit());
    }

    /** The dialog's line of messages is a text or a label. */
    private static boolean says(final Shell shell, final String words) {
        return Stream.concat(Dialogs.all(shell, Text.class).map(Text::getText), Dialogs.all(shell, Label.class).map(Label::getText))
                .anyMatch(text -> text.contains(words));
    }

    private static String read(final IFile file) {
        try {
            return file.readString();
        } catch (final CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With its process: a launch that only begins would tell the next test that its files are gone, in a dialog. */
    private static boolean isLaunched() {
        final ILaunch[] launches = LaunchDriver.manager().getLaunches();
        return launches.length == 1 && launches[0].getProcesses().length == 1;
    }
}
