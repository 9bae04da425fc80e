package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.expressions.EvaluationContext;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.Expression;
import org.eclipse.core.expressions.ExpressionConverter;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.filterscope.ide.DiagnosisJob;
import org.filterscope.ide.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoHangingDialogs.class)
class ConfigurationTest {
    private IProject project;
    private IFile configuration;

    @BeforeEach
    void createProject() throws Exception {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("landscapes");
        project.create(null);
        project.open(null);
        configuration = project.getFile("landscapes.filterscope");
        configuration.create("model: landscapes.h5\n".getBytes(), true, false, null);
    }

    @AfterEach
    void deleteProject() throws Exception {
        ScoresDriver.page().closeAllEditors(false);
        project.delete(true, true, null);
    }

    @Test
    void aConfigurationOpensInAnEditorOfItsOwnWhichIsATextEditorForOthers() throws Exception {
        final IEditorPart editor = IDE.openEditor(ScoresDriver.page(), configuration);
        assertNotNull(editor.getAdapter(ITextEditor.class), editor.getClass().getName());
        assertEquals("org.filterscope.ui.configurationEditor", editor.getSite().getId());
    }

    @Test
    void aDiagnosisCanBeRunOnAConfigurationOnly() throws Exception {
        assertTrue(offered("org.filterscope.ui.configurationSelected", new StructuredSelection(configuration)));
        assertFalse(offered("org.filterscope.ui.configurationSelected", new StructuredSelection(project)));
        assertFalse(offered("org.filterscope.ui.configurationSelected", StructuredSelection.EMPTY));
        assertTrue(PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.filterscope.ui.runDiagnosis").isDefined());
    }

    @Test
    void aReportIsOfferedToBeOpenedOnItsManifestAndItsFolder() throws Exception {
        assertTrue(offered("org.filterscope.ui.reportSelected", new StructuredSelection(project.getFile("manifest.json"))));
        assertTrue(offered("org.filterscope.ui.reportSelected", new StructuredSelection(project.getFolder("report"))));
        assertFalse(offered("org.filterscope.ui.reportSelected", new StructuredSelection(configuration)));
    }

    @Test
    void aDiagnosisOfADeletedConfigurationSaysSo() throws Exception {
        final IStatus result;
        try (ScoresDriver scores = ScoresDriver.create()) {
            final DiagnosisJob job = scores.diagnoses().prepare(configuration);
            configuration.delete(true, null);
            job.setUser(false);
            job.schedule();
            EventLoop.until("the job is over", () -> job.getResult() != null);
            result = job.getResult();
        }
        assertEquals(Problem.CONFIGURATION_UNREACHABLE.code(), result.getCode());
        assertEquals("The configuration file /landscapes/landscapes.filterscope does not exist any more.", result.getMessage());
    }

    private static boolean offered(final String definition, final StructuredSelection selection) throws Exception {
        for (final IConfigurationElement element : Platform.getExtensionRegistry()
                .getConfigurationElementsFor("org.eclipse.core.expressions.definitions")) {
            if (definition.equals(element.getAttribute("id"))) {
                final Expression expression = ExpressionConverter.getDefault().perform(element.getChildren()[0]);
                final EvaluationContext context = new EvaluationContext(null, selection.toList());
                context.addVariable("selection", selection.toList());
                return expression.evaluate(context) == EvaluationResult.TRUE;
            }
        }
        throw new AssertionError("no definition " + definition);
    }
}
