package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.filterscope.ide.settings.DeviceSetting;
import org.filterscope.ide.settings.ExecutorSetting;
import org.filterscope.ide.settings.WorkerPreferences;
import org.filterscope.ide.settings.WorkerSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoHangingDialogs.class)
class SettingsPagesTest {
    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("with settings");
    private final WorkerPreferences preferences = new WorkerPreferences(ResourcesPlugin.getWorkspace().getRoot());
    private PreferenceDialog dialog;

    @BeforeEach
    void createProject() throws Exception {
        project.create(null);
        project.open(null);
    }

    @AfterEach
    void restore() throws Exception {
        dialog.close();
        project.delete(true, true, null);
        InstanceScope.INSTANCE.getNode(WorkerPreferences.NODE).removeNode();
    }

    @Test
    void whatIsSetOnThePageIsKept() {
        openPreferences("org.filterscope.ui.preferences");
        assertEquals("Filterscope", page().getTitle());
        all(Combo.class).getFirst().select(1);
        all(Combo.class).getLast().select(0);
        button("A&t most").setSelection(true);
        button("A&ll but one").setSelection(false);
        heap().setSelection(1536);
        limit().setSelection(3000);
        assertTrue(page().performOk());
        assertEquals(new WorkerSettings(ExecutorSetting.ONNX_RUNTIME, 1, 1536, DeviceSetting.AUTO, 3000), preferences.settings());
    }

    @Test
    void restoreDefaultsBringsBackWhatNobodyHasSet() throws Exception {
        preferences.save(new WorkerSettings(ExecutorSetting.ND4J, 1, 4096));
        openPreferences("org.filterscope.ui.preferences");
        assertEquals("ND4J", all(Combo.class).getFirst().getText());
        assertEquals(4096, heap().getSelection());
        assertEquals(0, limit().getSelection());
        push("Restore &Defaults");
        assertEquals(new WorkerSettings(ExecutorSetting.ND4J, 1, 4096), preferences.settings(), "nothing is kept before it is applied");
        assertTrue(page().performOk());
        assertEquals(WorkerSettings.defaults(), preferences.settings());
    }

    @Test
    void aLimitThatTheHeapDoesNotFitIntoCannotBeKept() {
        openPreferences("org.filterscope.ui.preferences");
        limit().setSelection(900);
        assertEquals("The limit must be larger than the Java heap (1024 MB).", page().getErrorMessage());
        assertFalse(page().isValid());
        heap().setSelection(512);
        assertNull(page().getErrorMessage());
        assertTrue(page().isValid());
    }

    @Test
    void numbersThatAProjectDoesNotUseKeepNobodyFromLeavingThePage() {
        openProperties();
        final Button own = button("&Enable project specific settings");
        select(own, true);
        limit().setSelection(1);
        assertFalse(page().isValid());
        select(own, false);
        assertTrue(page().isValid());
        select(own, true);
        limit().setSelection(2000);
        assertTrue(page().performOk());
        assertEquals(2000, preferences.settings(project).limit());
    }

    private static void select(final Button button, final boolean selected) {
        button.setSelection(selected);
        button.notifyListeners(SWT.Selection, new Event());
    }

    private Spinner heap() {
        return all(Spinner.class).get(1);
    }

    private Spinner limit() {
        return all(Spinner.class).get(2);
    }

    @Test
    void theCoresCanOnlyBeCountedWhereTheyAreBounded() {
        openPreferences("org.filterscope.ui.preferences");
        assertFalse(all(Spinner.class).getFirst().isEnabled());
        button("A&ll but one").setSelection(false);
        button("A&t most").setSelection(true);
        button("A&t most").notifyListeners(SWT.Selection, new Event());
        assertTrue(all(Spinner.class).getFirst().isEnabled());
    }

    @Test
    void aProjectFollowsTheWorkspaceUntilItIsGivenSettings() {
        openProperties();
        final Button own = button("&Enable project specific settings");
        assertFalse(own.getSelection());
        assertFalse(all(Combo.class).getFirst().isEnabled());
        own.setSelection(true);
        own.notifyListeners(SWT.Selection, new Event());
        assertTrue(all(Combo.class).getFirst().isEnabled());
        heap().setSelection(3072);
        assertTrue(page().performOk());
        assertEquals(3072, preferences.settings(project).heap());
        assertEquals(WorkerSettings.defaults(), preferences.settings());
        own.setSelection(false);
        assertTrue(page().performOk());
        assertFalse(preferences.hasOwn(project));
    }

    @Test
    void whetherAGpuCanBeUsedIsToldInOneSentence() {
        openPreferences("org.filterscope.ui.preferences");
        assertEquals("CPU", all(Combo.class).getLast().getText());
        EventLoop.until("the GPU is looked for", () -> all(Label.class).stream().map(Label::getText)
                .anyMatch(text -> text.startsWith("No GPU can be used: ") || text.contains(" can be used by ")));
    }

    @Test
    void storedDataIsToldWithPlaceAndSize() {
        openPreferences("org.filterscope.ui.storedData");
        EventLoop.until("both are measured", () -> all(Label.class).stream()
                .filter(label -> label.getText().endsWith(" MB") || label.getText().equals("Nothing is kept")).count() == 2);
        assertTrue(all(Text.class).stream().anyMatch(text -> text.getText().replace('\\', '/').endsWith("filterscope/natives")));
        assertTrue(all(Text.class).stream().anyMatch(text -> text.getText().replace('\\', '/').endsWith("org.filterscope.ide/comparisons")));
    }

    private void openPreferences(final String id) {
        open(PreferencesUtil.createPreferenceDialogOn(ScoresDriver.page().getWorkbenchWindow().getShell(), id, new String[] {id}, null));
    }

    private void openProperties() {
        final String id = "org.filterscope.ui.projectSettings";
        open(PreferencesUtil.createPropertyDialogOn(ScoresDriver.page().getWorkbenchWindow().getShell(), project, id, new String[] {id}, null));
    }

    private void open(final PreferenceDialog opened) {
        dialog = opened;
        dialog.setBlockOnOpen(false);
        dialog.open();
        EventLoop.settle();
    }

    private PreferencePage page() {
        return (PreferencePage) dialog.getSelectedPage();
    }

    private void push(final String words) {
        button(words).notifyListeners(SWT.Selection, new Event());
    }

    private Button button(final String words) {
        return all(Button.class).stream().filter(button -> button.getText().startsWith(words)).findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words));
    }

    private <T extends Control> List<T> all(final Class<T> type) {
        final List<Control> controls = new ArrayList<>(List.of(page().getControl().getParent()));
        for (int next = 0; next < controls.size(); next++) {
            if (controls.get(next) instanceof final Composite composite) {
                controls.addAll(List.of(composite.getChildren()));
            }
        }
        return controls.stream().filter(type::isInstance).map(type::cast).filter(Control::isVisible).toList();
    }
}
