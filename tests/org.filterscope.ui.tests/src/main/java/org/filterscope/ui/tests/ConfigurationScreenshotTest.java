package org.filterscope.ui.tests;

import static org.filterscope.ui.tests.ScreenshotTest.DARK;
import static org.filterscope.ui.tests.ScreenshotTest.LIGHT;
import static org.filterscope.ui.tests.ScreenshotTest.shoot;

import java.nio.charset.StandardCharsets;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pictures of the configuration's editor for a person to judge; made only when the build is told where to put them. */
@ExtendWith(NoHangingDialogs.class)
@DisabledIfSystemProperty(named = "filterscope.screenshots", matches = "none", disabledReason = "nobody wants to look")
class ConfigurationScreenshotTest {
    private static final String SOURCE = """
            # The flawed network of the example.
            model: flawed.h5                     # Keras
            labels: labels.txt
            input:
              scael: 0.00392156862745098         # values 0 to 1
              mean: [0.485, 0.456, 0.406]
              resize: crop
            images: { folder: pictures, classes: folders, limit: many }
            layers: [conv4, concept]
            analyses: [filters, dissection, flaws]
            concepts:
              - name: things
                masks: masks
                names: concepts.csv
              - name: streets
                masks: "street masks"
            gates:
              flaws: { severity: high, max: 0 }
              accuracy: { min: 0.9 }
            output: reports/flawed
            """;

    @Test
    void bothPagesInBothThemes() throws Exception {
        final Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("river-or-road");
        project.create(null);
        project.open(null);
        project.getFolder("pictures").create(true, true, null);
        project.getFile("flawed.h5").create("\u0089HDF\r\n\u001a\n....model_config".getBytes(StandardCharsets.ISO_8859_1), true, false, null);
        final IFile file = project.getFile("flawed.filterscope");
        file.create(SOURCE.getBytes(StandardCharsets.UTF_8), true, false, null);
        for (final String theme : new String[] {LIGHT, DARK}) {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, false);
            final String name = theme.equals(DARK) ? "dark" : "light";
            shell.setBounds(0, 0, 1500, 950);
            final FormEditor editor = (FormEditor) IDE.openEditor(ScoresDriver.page(), file);
            ScoresDriver.page().setPartState(ScoresDriver.page().getReference(editor), IWorkbenchPage.STATE_MAXIMIZED);
            shoot(shell, name + "-configuration-form");
            shell.setSize(560, 700);
            shoot(shell, name + "-configuration-form-small");
            editor.setActiveEditor(editor.getAdapter(ITextEditor.class));
            shoot(shell, name + "-configuration-source-small");
            shell.setSize(1100, 700);
            final ITextEditor source = editor.getAdapter(ITextEditor.class);
            source.selectAndReveal(SOURCE.indexOf("resize: ") + 8, 0);
            source.getAdapter(ITextOperationTarget.class).doOperation(ISourceViewer.CONTENTASSIST_PROPOSALS);
            shoot(shell, name + "-configuration-source");
            ScoresDriver.page().setPartState(ScoresDriver.page().getReference(editor), IWorkbenchPage.STATE_RESTORED);
            ScoresDriver.page().closeAllEditors(false);
        }
        PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(LIGHT, false);
        project.delete(true, true, null);
    }
}
