package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.filterscope.ui.tests.ConfigurationDriver.document;
import static org.filterscope.ui.tests.ConfigurationDriver.markers;
import static org.filterscope.ui.tests.ConfigurationDriver.open;
import static org.filterscope.ui.tests.ConfigurationDriver.problems;
import static org.filterscope.ui.tests.ConfigurationDriver.source;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.filterscope.ui.configuration.ConfigurationEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoHangingDialogs.class)
class ConfigurationEditorTest {
    private static final String SOURCE = """
            # what we ship
            model: net.h5        # the third training
            input: { scale: 0.0039 }   # 1/255

            images:
              folder: pictures   # all of them
            layers: [conv1,   conv2]
            """;

    private IProject project;
    private IFile file;

    @BeforeEach
    void createProject() throws Exception {
        project = ConfigurationDriver.createProject("edited");
        file = project.getFile("a.filterscope");
    }

    @AfterEach
    void deleteProject() throws Exception {
        ConfigurationDriver.deleteProject(project);
    }

    @Test
    void theFormShowsWhatTheSourceSays() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE);
        assertEquals("form", editor.getActivePageInstance().getId());
        final List<String> texts = new Widgets(editor).all(Text.class).stream().map(Text::getText).filter(text -> !text.isEmpty()).toList();
        assertEquals(List.of("net.h5", "0.0039", "pictures", "conv1, conv2"), texts.stream().sorted((a, b) -> order(a) - order(b)).toList());
    }

    private static int order(final String text) {
        return List.of("net.h5", "0.0039", "pictures", "conv1, conv2").indexOf(text);
    }

    @Test
    void anEditInTheFormChangesOneValueOfTheSourceAndNothingElse() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE);
        field(editor, "0.0039").setText("0.5");
        assertEquals(SOURCE.replace("0.0039", "0.5"), document(editor).get());
        field(editor, "pictures").setText("more pictures");
        assertEquals(SOURCE.replace("0.0039", "0.5").replace("folder: pictures", "folder: more pictures"), document(editor).get());
        assertTrue(editor.isDirty());
        editor.doSave(null);
        EventLoop.until("it is saved", () -> !editor.isDirty());
        assertEquals(document(editor).get(), new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }

    @Test
    void aFieldThatIsEmptiedTakesItsKeyAlongAndUndoBringsItBack() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE);
        field(editor, "conv1, conv2").setText("");
        assertEquals(SOURCE.replace("layers: [conv1,   conv2]\n", ""), document(editor).get());
        ((ITextOperationTarget) source(editor).getAdapter(ITextOperationTarget.class)).doOperation(ITextOperationTarget.UNDO);
        assertEquals(SOURCE, document(editor).get());
    }

    @Test
    void aChoiceOfTheFormGoesIntoItsBlock() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE);
        final Combo order = new Widgets(editor).all(Combo.class).stream().filter(combo -> List.of(combo.getItems()).contains("bgr")).findFirst().orElseThrow();
        order.select(order.indexOf("bgr"));
        order.notifyListeners(SWT.Selection, new Event());
        assertEquals(SOURCE.replace("{ scale: 0.0039 }", "{ scale: 0.0039, order: bgr }"), document(editor).get());
    }

    @Test
    void anEditInTheSourceComesToTheForm() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE);
        document(editor).set(SOURCE.replace("net.h5", "other.h5"));
        EventLoop.until("the form shows it", () -> new Widgets(editor).all(Text.class).stream().anyMatch(text -> text.getText().equals("other.h5")));
    }

    @Test
    void whileTheSourceIsNoYamlTheFormCannotBeEditedAndLosesNothing() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE);
        final Text scale = field(editor, "0.0039");
        document(editor).set("model: [\n");
        EventLoop.until("the form is locked", () -> !scale.getEditable());
        scale.setText("7");
        assertEquals("model: [\n", document(editor).get());
        document(editor).set(SOURCE);
        EventLoop.until("the form is open again", () -> scale.getEditable() && scale.getText().equals("0.0039"));
    }

    @Test
    void problemsAreMarkedWhileAPersonTypes() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE);
        document(editor).set(SOURCE.replace("model: net.h5", "modle: net.h5").replace("folder: pictures", "folder: nowhere"));
        EventLoop.until("three problems are marked", () -> problems(editor).size() == 3);
        assertTrue(problems(editor).stream().anyMatch(words -> words.startsWith("unknown key 'modle'")), problems(editor).toString());
        document(editor).set(SOURCE);
        EventLoop.until("they are gone", () -> problems(editor).isEmpty());
    }

    @Test
    void problemsOfTheSavedFileAreMarkersOnTheirLines() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE);
        document(editor).set(SOURCE.replace("scale", "scael").replace("folder: pictures", "folder: nowhere"));
        editor.doSave(null);
        EventLoop.until("two markers", () -> markers(file).size() == 2);
        assertEquals(List.of(3, 6), markers(file).stream().map(marker -> marker.getAttribute(IMarker.LINE_NUMBER, 0)).sorted().toList());
        document(editor).set(SOURCE);
        editor.doSave(null);
        EventLoop.until("no markers", () -> markers(file).isEmpty());
    }

    @Test
    void aQuickFixChangesAnUnknownKeyToTheOneThatIsMeant() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE.replace("scale", "scael"));
        EventLoop.until("a marker", () -> markers(file).size() == 1);
        final IMarkerResolution[] fixes = IDE.getMarkerHelpRegistry().getResolutions(markers(file).getFirst());
        assertEquals("Change to \u2018scale\u2019", fixes[0].getLabel());
        fixes[0].run(markers(file).getFirst());
        assertEquals(SOURCE, document(editor).get());
        assertFalse(editor.isDirty());
        EventLoop.until("the marker is gone", () -> markers(file).isEmpty());
    }

    @Test
    void aMarkerLeadsToItsPlaceInTheSource() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE.replace("scale", "scael"));
        EventLoop.until("a marker", () -> markers(file).size() == 1);
        editor.getAdapter(IGotoMarker.class).gotoMarker(markers(file).getFirst());
        assertEquals("scael", source(editor).getSelectionProvider().getSelection() instanceof final ITextSelection text
                ? text.getText() : "");
    }

    @Test
    void keysValuesAndCommentsHaveDifferentColors() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE);
        showSource(editor);
        final StyledText text = (StyledText) source(editor).getAdapter(Control.class);
        EventLoop.settle();
        final List<?> colors = Stream.of("# what", "model", "net.h5").map(word -> text.getStyleRangeAtOffset(SOURCE.indexOf(word)).foreground).toList();
        assertEquals(3, colors.stream().distinct().count(), colors.toString());
        assertTrue(colors.stream().noneMatch(color -> color == null));
    }

    @Test
    void thereIsAnOutline() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE);
        assertNotNull(editor.getAdapter(IContentOutlinePage.class));
        ScoresDriver.page().showView("org.eclipse.ui.views.ContentOutline");
        EventLoop.settle();
    }

    @Test
    void aFileThatIsMovedIsEditedOn() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE);
        file.move(project.getFullPath().append("b.filterscope"), true, null);
        EventLoop.until("the title changes", () -> editor.getTitle().equals("b.filterscope"));
        field(editor, "0.0039").setText("2");
        assertEquals(SOURCE.replace("0.0039", "2"), document(editor).get());
    }

    @Test
    void aFileThatIsDeletedClosesItsEditor() throws Exception {
        final ConfigurationEditor editor = open(file, SOURCE);
        file.delete(true, null);
        EventLoop.until("the editor is closed", () -> !Stream.of(ScoresDriver.page().getEditorReferences())
                .anyMatch(reference -> reference.getEditor(false) == editor));
    }

    @Test
    void aHostileFileNeverStopsTheEditor() throws Exception {
        final List<byte[]> hostile = new ArrayList<>();
        hostile.add("model: net.h5\n".repeat(750_000).getBytes(StandardCharsets.UTF_8));
        hostile.add(("a: " + "b".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
        hostile.add(new byte[3_000]);
        final byte[] random = new byte[100_000];
        new Random(1).nextBytes(random);
        hostile.add(random);
        hostile.add("model: \"net.h5\nimages: { folder: 'a\n".repeat(2000).getBytes(StandardCharsets.UTF_8));
        hostile.add("{a: ".repeat(4000).replace("{a: {a: {a: {a: ", "{a: {a: {a: {a:\n ").getBytes(StandardCharsets.UTF_8));
        hostile.add("".getBytes(StandardCharsets.UTF_8));
        for (final byte[] bytes : hostile) {
            final long begin = System.nanoTime();
            if (file.exists()) {
                file.setContents(bytes, true, false, null);
            } else {
                file.create(bytes, true, false, null);
            }
            final ConfigurationEditor editor = (ConfigurationEditor) IDE.openEditor(ScoresDriver.page(), file);
            EventLoop.settle();
            if (editor.getAdapter(ITextEditor.class) == null) {
                assertFalse(new Widgets(editor).all(Link.class).isEmpty(), "it says why");
            } else {
                showSource(editor);
            }
            EventLoop.settle();
            ScoresDriver.page().closeEditor(editor, false);
            // Laying out ten megabytes takes minutes; the limit leaves room for a machine that has other things to do.
            final long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
            assertTrue(seconds < 30, "%d s for %d bytes".formatted(seconds, bytes.length));
        }
    }

    private static void showSource(final ConfigurationEditor editor) {
        ((FormEditor) editor).setActiveEditor(source(editor));
    }

    private static Text field(final ConfigurationEditor editor, final String content) {
        return new Widgets(editor).all(Text.class).stream().filter(text -> text.getText().equals(content)).findFirst()
                .orElseThrow(() -> new AssertionError("no field has " + content));
    }
}
