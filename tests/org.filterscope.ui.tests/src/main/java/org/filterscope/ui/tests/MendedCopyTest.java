package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.ide.IDE;
import org.filterscope.ide.MendedCopy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class MendedCopyTest {
    private static final String TITLE = "Mend a Copy of the Model";

    @TempDir
    Path folder;

    @Test
    void aFreeNameIsProposedAndOneThatIsTakenOrInvalidOrOfAnotherFormatIsRefused() throws Exception {
        final MendedCopy copy = new MendedCopy(folder.resolve("land.use.h5"));
        assertEquals("land.use-mended.h5", copy.proposal());
        Files.createFile(folder.resolve("land.use-mended.h5"));
        Files.createDirectory(folder.resolve("land.use-mended-2.h5"));
        assertEquals("land.use-mended-3.h5", copy.proposal());
        assertEquals(Optional.empty(), copy.fault(copy.proposal()));
        assertTrue(copy.fault("land.use-mended.h5").orElseThrow().contains("land.use-mended.h5 exists"));
        assertTrue(copy.fault("other.onnx").orElseThrow().contains("must end in .h5"));
        for (final String name : List.of("", ".h5", "a/b.h5", "a\0.h5", "..")) {
            assertFalse(copy.fault(name).isEmpty(), name);
        }
        assertEquals(folder.resolve("x.h5"), copy.named("x.h5"));
    }

    @Test
    void theQuickFixAsksForTheNameAndTellsAtOnceWhatIsWrongWithIt() throws Exception {
        try (FindingsProject project = new FindingsProject(folder)) {
            project.file("taken.h5", "an earlier copy");
            project.open(SampleFindings.BOTH);
            EventLoop.until("it is marked", () -> FindingsProject.markers(project.model()).size() == 1);
            final List<String> told = new ArrayList<>();
            Display.getCurrent().asyncExec(() -> whenOpen(dialog -> {
                final Text name = all(dialog, Text.class).getFirst();
                told.add(name.getText());
                told.add(name.getSelectionText());
                final Button accept = all(dialog, Button.class).stream().filter(button -> IDialogConstants.OK_LABEL.equals(button.getText())).findFirst()
                        .orElseThrow();
                told.add(accept == dialog.getDefaultButton() ? "Enter accepts" : "");
                for (final String typed : List.of("taken.h5", "copy.zip", "a/b.h5", "free.h5")) {
                    name.setText(typed);
                    told.add(accept.isEnabled() ? "good" : all(dialog, Text.class).getLast().getText());
                }
                dialog.close();
            }));
            fix(project.model(), "Set the filters to zero").run(FindingsProject.markers(project.model()).getFirst());
            assertEquals(List.of("landscapes-mended.h5", "landscapes-mended.h5", "Enter accepts"), told.subList(0, 3));
            assertTrue(told.get(3).contains("taken.h5 exists"), told.toString());
            assertTrue(told.get(4).contains("must end in .h5"), told.toString());
            assertFalse(told.get(5).isBlank() || told.get(5).equals("good"), told.toString());
            assertEquals("good", told.get(6));
            assertFalse(Files.exists(project.model().getLocation().toPath().resolveSibling("free.h5")), "nothing is written when the dialog is closed");
        }
    }

    private static IMarkerResolution fix(final IFile model, final String label) {
        final IMarker marker = FindingsProject.markers(model).getFirst();
        return Stream.of(IDE.getMarkerHelpRegistry().getResolutions(marker)).filter(resolution -> resolution.getLabel().startsWith(label)).findFirst()
                .orElseThrow();
    }

    /** The dialog runs a loop of its own. */
    private static void whenOpen(final Consumer<Shell> work) {
        Stream.of(Display.getCurrent().getShells()).filter(shell -> shell.getText().equals(TITLE) && shell.isVisible()).findFirst()
                .ifPresentOrElse(work, () -> Display.getCurrent().timerExec(50, () -> whenOpen(work)));
    }

    private static <T extends Control> List<T> all(final Composite parent, final Class<T> type) {
        final List<Control> controls = new ArrayList<>(List.of(parent));
        for (int next = 0; next < controls.size(); next++) {
            if (controls.get(next) instanceof final Composite composite) {
                controls.addAll(List.of(composite.getChildren()));
            }
        }
        return controls.stream().filter(type::isInstance).map(type::cast).filter(control -> (control.getStyle() & SWT.CHECK) == 0 || type != Button.class)
                .toList();
    }
}
