package org.filterscope.ui.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class NameEditorTest {
    private final Shell shell = new Shell(Display.getCurrent());
    private final List<String> said = new ArrayList<>();
    private final NameEditor editor = new NameEditor(shell, (name, verdict) -> said.add(name));
    private Text name;

    @BeforeEach
    void show() {
        editor.show("beach", Optional.empty(), true);
        for (final Control child : editor.control().getChildren()) {
            if (child instanceof final Text text) {
                name = text;
            }
        }
        name.setText("sand");
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void saysANameOnce() {
        notify(SWT.DefaultSelection);
        notify(SWT.DefaultSelection);
        notify(SWT.FocusOut);
        assertEquals(List.of("sand"), said);
    }

    /** Only when asked to: the message about the failure takes the focus away, too. */
    @Test
    void saysANameThatCouldNotBeKeptAgainOnEnter() {
        notify(SWT.DefaultSelection);
        editor.answer(false);
        notify(SWT.FocusOut);
        assertEquals(List.of("sand"), said);
        notify(SWT.DefaultSelection);
        assertEquals(List.of("sand", "sand"), said);
    }

    /** Else what is read meanwhile would bring back what was there before. */
    @Test
    void isEditedUntilEverythingSaidIsKept() {
        notify(SWT.DefaultSelection);
        name.setText("gravel");
        notify(SWT.DefaultSelection);
        editor.answer(true);
        assertTrue(editor.isEdited());
        editor.answer(true);
        assertFalse(editor.isEdited());
    }

    private void notify(final int event) {
        name.notifyListeners(event, new Event());
    }
}
