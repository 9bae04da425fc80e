package org.filterscope.ui.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConfigurationDraftTest {
    private static final String TEXT = """
            # the third training
            model: net.h5      # 12 classes
            images: { folder: pictures }
            gates:
              flaws:
                - severity: high   # worst first
                - severity: low
                  max: 4
            landmarks: { file: l.csv, images: pictures }
            """;
    private IProject project;
    private IFile file;
    private final ConfigurationDraft draft = new ConfigurationDraft();

    @BeforeEach
    void create() throws Exception {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("draft");
        project.create(null);
        project.open(null);
        project.getFolder("pictures").create(true, true, null);
        project.getFile("net.h5").create(new byte[1], true, false, null);
        project.getFile("l.csv").create(new byte[0], true, false, null);
        file = project.getFile("net.filterscope");
        file.create(TEXT.getBytes(StandardCharsets.UTF_8), true, false, null);
        draft.open(Optional.of(file));
    }

    @AfterEach
    void delete() throws Exception {
        page().closeAllEditors(false);
        project.delete(true, true, null);
    }

    @Test
    void whatIsNotChangedStaysByteForByte() throws Exception {
        draft.set("model", "l.csv");
        draft.set("images.limit", "20");
        assertTrue(draft.isDirty());
        assertEquals(TEXT, file.readString());
        draft.save();
        assertEquals(TEXT.replace("net.h5", "l.csv").replace("pictures }\ngates", "pictures, limit: 20 }\ngates"), file.readString());
        assertFalse(draft.isDirty());
    }

    @Test
    void theFirstOfSeveralBlocksIsTheOneThatFieldsShowAndChange() throws Exception {
        assertEquals(List.of("high"), draft.get("gates.flaws.severity"));
        draft.set("gates.flaws.max", "1");
        assertEquals(List.of("l.csv"), draft.get("landmarks"));
        draft.set("landmarks", "net.h5");
        draft.save();
        assertEquals(TEXT.replace("worst first\n", "worst first\n      max: 1\n").replace("l.csv", "net.h5"), file.readString());
    }

    @Test
    void anEmptyFieldIsAKeyThatIsNotThere() throws Exception {
        draft.set("landmarks", " ");
        draft.set("images.limit", "");
        draft.save();
        assertEquals(TEXT.replace("file: l.csv, ", ""), file.readString());
    }

    @Test
    void aProblemIsToldWithTheKeyThatItIsAbout() {
        assertEquals(Optional.empty(), draft.problem());
        draft.set("images.limit", "many");
        assertEquals("images", draft.problem().orElseThrow().key());
        assertEquals("'limit' must be a whole number from 0 to 2147483647, not 'many'", draft.problem().orElseThrow().sentence());
    }

    @Test
    void anEditorThatHasTheFileOpenGetsTheChangeAndIsNotDirtyAfterwards() throws Exception {
        final IEditorPart editor = IDE.openEditor(page(), file);
        draft.set("model", "l.csv");
        draft.save();
        assertFalse(editor.isDirty());
        assertTrue(file.readString().contains("model: l.csv      # 12 classes"));
    }

    @Test
    void aFileThatIsNotYamlIsLeftToTheEditor() throws Exception {
        file.write("model: {".getBytes(StandardCharsets.UTF_8), true, false, false, null);
        draft.open(Optional.of(file));
        assertTrue(draft.text().isEmpty());
        assertTrue(draft.problem().orElseThrow().sentence().startsWith("net.filterscope cannot be edited here, mend it in the editor. Line"));
        draft.set("model", "x");
        assertFalse(draft.isDirty());
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }
}
