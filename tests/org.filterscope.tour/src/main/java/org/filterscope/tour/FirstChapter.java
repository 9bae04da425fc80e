package org.filterscope.tour;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.part.FileEditorInput;

/** From an empty workspace to a flaw that is found and mended, with everything that may go wrong on the way. */
final class FirstChapter implements Chapter {
    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("river-or-road");

    @Override
    public void run(final Ide ide) throws Exception {
        ide.act(() -> ide.window().getShell().setMaximized(true));
        ide.openPlatformEditor();
        ExampleWizard.create(ide);
        final IFile configuration = project.getFile("flawed.filterscope");
        final Diagnosis cancelled = Diagnosis.run(ide, configuration);
        cancelled.awaitMiddle();
        ide.screenshot("running");
        cancelled.cancel();
        final Diagnosis killed = Diagnosis.run(ide, configuration);
        killed.awaitMiddle();
        killed.killWorker();
        killed.awaitEnd();
        ide.scene("report", same -> new ReportScene(same).play());
        // What took long only for the first time takes no longer than it may now.
        ide.scene("report again", same -> new ReportScene(same).repeat());
        ide.scene("finding", same -> new FindingScene(same, project).play());
        ide.scene("broken model", this::runBrokenModel);
        new RememberedState(ide).leave();
    }

    private void runBrokenModel(final Ide ide) throws Exception {
        final String text = Files.readString(project.getFile("flawed.filterscope").getLocation().toPath());
        final Path whole = project.getLocation().toPath().resolve("networks/ribbons-f1-river-as-road.zip");
        final byte[] bytes = Files.readAllBytes(whole);
        final IFile model = project.getFile("networks/truncated.zip");
        model.create(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length / 2)), true, null);
        final IFile configuration = project.getFile("truncated.filterscope");
        configuration.create(new ByteArrayInputStream(text.replace(whole.getFileName().toString(), "truncated.zip")
                .replace("reports/flawed", "reports/truncated").getBytes(StandardCharsets.UTF_8)), true, null);
        Diagnosis.start(ide, configuration);
        ide.until("a message names the model that is broken", Duration.ofSeconds(60), () -> ide.dialog("truncated.zip").isPresent());
        ide.statements().detail(ide.ask(() -> ide.dialog("truncated.zip").orElseThrow().text()));
        ide.statements().check("it is the only one", ide.ask(() -> ide.dialogs().count()) == 1);
        ide.screenshot("broken-model");
        ide.act(() -> ide.dialog("truncated.zip").orElseThrow().press("OK"));
        ide.act(() -> ide.page().closeEditor(ide.page().findEditor(new FileEditorInput(configuration)), false));
    }
}
