package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.expressions.EvaluationContext;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.ReferenceExpression;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nothing needs to exist: the menus look at names and paths alone. */
@Timeout(30)
class ReportMenusTest {
    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("landscapes");

    @Test
    void aReportIsOfferedToBeOpenedWhereverAConfigurationPutsIt() throws CoreException {
        assertEquals(EvaluationResult.TRUE, open(folder("report")));
        assertEquals(EvaluationResult.TRUE, open(folder("reports/flawed")));
        assertEquals(EvaluationResult.TRUE, open(project.getFile(IPath.fromPortableString("results/flawed/manifest.json"))));
        assertEquals(EvaluationResult.FALSE, open(folder("pictures/river")));
    }

    @Test
    void twoReportsOrTheirManifestsAreOfferedToBeCompared() throws CoreException {
        assertEquals(EvaluationResult.TRUE, compare(folder("reports/flawed"), folder("reports/fixed")));
        assertEquals(EvaluationResult.TRUE, compare(folder("reports/flawed"), project.getFile(IPath.fromPortableString("other/manifest.json"))));
        assertEquals(EvaluationResult.FALSE, compare(folder("reports/flawed"), folder("pictures/river")));
        assertEquals(EvaluationResult.FALSE, compare(folder("reports/flawed")));
    }

    private IResource folder(final String path) {
        return project.getFolder(IPath.fromPortableString(path));
    }

    private static EvaluationResult open(final IResource selected) throws CoreException {
        return evaluate("org.filterscope.ui.reportSelected", selected);
    }

    private static EvaluationResult compare(final IResource... selected) throws CoreException {
        return evaluate("org.filterscope.ui.reportsSelected", selected);
    }

    private static EvaluationResult evaluate(final String definition, final IResource... selected) throws CoreException {
        final List<IResource> selection = Stream.of(selected).toList();
        final EvaluationContext context = new EvaluationContext(null, selection);
        context.setAllowPluginActivation(true);
        context.addVariable("selection", selection);
        return new ReferenceExpression(definition).evaluate(context);
    }
}
