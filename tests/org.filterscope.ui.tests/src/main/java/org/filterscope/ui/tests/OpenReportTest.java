package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.expressions.EvaluationContext;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.ISources;
import org.filterscope.ui.diagnosis.OpenReportHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class OpenReportTest {
    @TempDir
    Path folder;
    private IProject project;
    private ScoresDriver scores;

    @BeforeEach
    void createProject() throws Exception {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("reports");
        project.create(null);
        project.open(null);
        scores = ScoresDriver.create();
    }

    @AfterEach
    void deleteProject() throws Exception {
        scores.close();
        project.delete(true, true, null);
    }

    @Test
    void theReportInTheSelectedFolderIsOpened() throws Exception {
        final Path report = SampleReport.write(project.getLocation().toPath().resolve("report"), 12);
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        open(project.getFolder("report"));
        scores.awaitRows();
        assertEquals(report, scores.diagnoses().current().orElseThrow().directory());
    }

    @Test
    void aManifestThatIsNotOursIsRefusedInASentenceAndTheCurrentReportStays() throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        scores.openAndAwait(report);
        final Path foreign = project.getLocation().toPath().resolve("manifest.json");
        Files.writeString(foreign, "{\"name\": \"a web page\"}");
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        final List<String> sentences = new ArrayList<>();
        closeNextDialog(sentences);
        open(project.getFile("manifest.json"));
        EventLoop.until("a dialog was there", () -> !sentences.isEmpty());
        assertEquals(List.of(foreign + ": is not the manifest of a Filterscope report"), sentences);
        assertEquals(report, scores.diagnoses().current().orElseThrow().directory());
    }

    private static void open(final IResource selected) throws Exception {
        final EvaluationContext context = new EvaluationContext(null, List.of());
        context.addVariable(ISources.ACTIVE_CURRENT_SELECTION_NAME, new StructuredSelection(selected));
        context.addVariable(ISources.ACTIVE_WORKBENCH_WINDOW_NAME, ScoresDriver.page().getWorkbenchWindow());
        new OpenReportHandler().execute(new ExecutionEvent(null, Map.of(), null, context));
    }

    private static void closeNextDialog(final List<String> sentences) {
        final Display display = Display.getCurrent();
        final Optional<Shell> dialog = Stream.of(display.getShells())
                .filter(shell -> shell.isVisible() && (shell.getStyle() & SWT.APPLICATION_MODAL) != 0).findFirst();
        dialog.ifPresentOrElse(shell -> {
            sentences.add(words(shell));
            shell.close();
        }, () -> display.timerExec(50, () -> closeNextDialog(sentences)));
    }

    private static String words(final Composite parent) {
        return Stream.of(parent.getChildren()).map(child -> child instanceof final Label label ? label.getText()
                : child instanceof final Composite composite ? words(composite) : "").collect(Collectors.joining());
    }
}
