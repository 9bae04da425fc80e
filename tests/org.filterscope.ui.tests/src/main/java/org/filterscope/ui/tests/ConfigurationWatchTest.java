package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.filterscope.ui.tests.ConfigurationDriver.annotations;
import static org.filterscope.ui.tests.ConfigurationDriver.document;
import static org.filterscope.ui.tests.ConfigurationDriver.markers;
import static org.filterscope.ui.tests.ConfigurationDriver.open;
import static org.filterscope.ui.tests.ConfigurationDriver.problems;
import static org.filterscope.ui.tests.ConfigurationDriver.source;
import static org.filterscope.ui.tests.ConfigurationDriver.viewer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.editors.text.TextEditor;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.texteditor.AbstractTextEditor;
import org.filterscope.ui.configuration.ConfigurationEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is said of a configuration follows the file, wherever it is changed or moved, and the files that it names. */
@ExtendWith(NoHangingDialogs.class)
class ConfigurationWatchTest {
    private static final String RIGHT = "model: net.h5\nimages: { folder: pictures }\n";

    private IProject project;
    private IFile file;

    @BeforeEach
    void createProject() throws Exception {
        project = ConfigurationDriver.createProject("watched");
        file = project.getFile("a.filterscope");
    }

    @AfterEach
    void deleteProject() throws Exception {
        ConfigurationDriver.deleteProject(project);
    }

    @Test
    void aFileThatIsMovedToAnotherFolderIsCheckedThere() throws Exception {
        final ConfigurationEditor editor = open(file, RIGHT);
        EventLoop.until("the check has been made", () -> problems(editor).isEmpty());
        project.getFolder("sub").create(true, true, null);
        file.move(project.getFullPath().append("sub/a.filterscope"), true, null);
        EventLoop.until("neither model nor pictures are there", () -> problems(editor).size() == 2);
        assertTrue(problems(editor).getFirst().contains(inProject("sub/")), problems(editor).toString());
        final IFile moved = project.getFile("sub/a.filterscope");
        EventLoop.until("markers, too", () -> markers(moved).size() == 2);
    }

    @Test
    void aFileThatIsSavedAsAnotherOneLooksForItsFilesThere() throws Exception {
        final ConfigurationEditor editor = open(file, RIGHT);
        project.getFolder("sub").create(true, true, null);
        project.getFile("sub/net.h5").create(new byte[0], true, false, null);
        final IFile other = project.getFile("sub/b.filterscope");
        other.create(RIGHT.getBytes(StandardCharsets.UTF_8), true, false, null);
        // What Save As ends in.
        ((AbstractTextEditor) source(editor)).setInput(new FileEditorInput(other));
        EventLoop.until("the pictures are not there", () -> problems(editor).size() == 1);
        assertEquals("b.filterscope", editor.getTitle());
        assertEquals(new FileEditorInput(other), editor.findPage("form").getEditorInput(), "what the form runs");
        assertTrue(problems(editor).getFirst().contains(inProject("sub/pictures")), problems(editor).toString());
    }

    @Test
    void theOutlineShowsTheTextOfTheFileThatIsEditedNow() throws Exception {
        final IViewPart view = ScoresDriver.page().showView("org.eclipse.ui.views.ContentOutline");
        final ConfigurationEditor editor = open(file, RIGHT);
        ScoresDriver.page().activate(editor);
        EventLoop.until("the outline", () -> outline(view).equals(List.of("model", "images")));
        final IFile other = project.getFile("b.filterscope");
        other.create("labels: names.txt\n".getBytes(StandardCharsets.UTF_8), true, false, null);
        ((AbstractTextEditor) source(editor)).setInput(new FileEditorInput(other));
        EventLoop.until("the other's", () -> outline(view).equals(List.of("labels")));
        document(editor).set("sample: 7\n");
        EventLoop.until("what is written there", () -> outline(view).equals(List.of("sample")));
        ScoresDriver.page().hideView(view);
    }

    @Test
    void markersFollowAFileThatIsChangedOutsideOfItsEditor() throws Exception {
        file.create(RIGHT.getBytes(StandardCharsets.UTF_8), true, false, null);
        Files.writeString(file.getLocation().toPath(), RIGHT.replace("model", "modle"));
        file.refreshLocal(IResource.DEPTH_ZERO, null);
        EventLoop.until("an unknown key, and no model", () -> markers(file).size() == 2);
        file.setContents(RIGHT.getBytes(StandardCharsets.UTF_8), true, false, null);
        EventLoop.until("no mistakes", () -> markers(file).isEmpty());
    }

    @Test
    void markersFollowTheFilesThatAConfigurationNames() throws Exception {
        file.create(RIGHT.getBytes(StandardCharsets.UTF_8), true, false, null);
        project.getFile("net.h5").delete(true, null);
        EventLoop.until("no model", () -> markers(file).size() == 1);
        final IMarker model = markers(file).getFirst();
        project.getFolder("pictures").delete(true, null);
        EventLoop.until("no pictures either", () -> markers(file).size() == 2);
        assertTrue(model.exists(), "what stays wrong keeps its marker");
        project.getFile("net.h5").create(new byte[0], true, false, null);
        EventLoop.until("the model is back", () -> markers(file).size() == 1);
        project.getFolder("pictures").create(true, true, null);
        EventLoop.until("the pictures are back", () -> markers(file).isEmpty());
    }

    @Test
    void anOpenEditorTellsWhenAFileComesThatItsUnsavedTextNames() throws Exception {
        final ConfigurationEditor editor = open(file, RIGHT);
        document(editor).set(RIGHT.replace("net.h5", "next.h5"));
        EventLoop.until("there is no such model", () -> problems(editor).size() == 1);
        project.getFile("next.h5").create(new byte[0], true, false, null);
        EventLoop.until("there is", () -> problems(editor).isEmpty());
        project.getFile("next.h5").delete(true, null);
        EventLoop.until("it is gone", () -> problems(editor).size() == 1);
    }

    @Test
    void copiesThatABuildMakesAreNotMarked() throws Exception {
        project.getFolder("bin").create(IResource.FORCE | IResource.DERIVED, true, null);
        final IFile copy = project.getFile("bin/a.filterscope");
        copy.create(RIGHT.getBytes(StandardCharsets.UTF_8), true, false, null);
        file.create(RIGHT.replace("model", "modle").getBytes(StandardCharsets.UTF_8), true, false, null);
        EventLoop.until("the other file is marked", () -> markers(file).size() == 2);
        assertEquals(List.of(), markers(copy));
    }

    @Test
    void spellingIsNotChecked() throws Exception {
        final ConfigurationEditor editor = open(file, "# a coment with a mistaek\n" + RIGHT + "gates: { accuracy: { min: high } }\n");
        EventLoop.until("the check has been made", () -> problems(editor).size() == 1);
        final IFile other = project.getFile("b.txt");
        other.create("a coment with a mistaek\n".getBytes(StandardCharsets.UTF_8), true, false, null);
        // The platform's own editor does check it, so there is somebody who could.
        final TextEditor plain = (TextEditor) IDE.openEditor(ScoresDriver.page(), other, "org.eclipse.ui.DefaultTextEditor");
        EventLoop.until("mistakes are marked", () -> types((ISourceViewer) plain.getAdapter(ITextOperationTarget.class)).stream()
                .anyMatch(type -> type.contains("spelling")));
        final List<String> types = types(viewer(editor));
        assertTrue(types.stream().noneMatch(type -> type.contains("spelling")), types.toString());
    }

    private static List<String> types(final ISourceViewer viewer) {
        return annotations(viewer).stream().map(Annotation::getType).toList();
    }

    private String inProject(final String path) {
        return project.getLocation().append(path).toOSString();
    }

    private static List<String> outline(final IViewPart view) {
        return new Widgets(view).all(Tree.class).stream().flatMap(tree -> Stream.of(tree.getItems())).map(item -> item.getText().split(" ")[0])
                .toList();
    }
}
