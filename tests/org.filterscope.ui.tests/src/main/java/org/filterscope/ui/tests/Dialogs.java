package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Does in dialogs what a person does. A dialog keeps whoever opened it waiting: what is done in it is said before. */
final class Dialogs {
    private static final int FIRST_LOOK_MILLISECONDS = 300;
    private static final int NEXT_LOOK_MILLISECONDS = 200;

    private final List<Throwable> failures = new ArrayList<>();
    private int awaited;

    /** What is done in a dialog. */
    @FunctionalInterface
    interface Work {
        void run(Shell shell) throws Exception;
    }

    /**
     * Does something in a dialog as soon as it is open, and closes it when that fails.
     *
     * @param title how the dialog's title begins
     */
    void in(final String title, final Work work) {
        awaited++;
        final Display display = Display.getCurrent();
        display.timerExec(FIRST_LOOK_MILLISECONDS, new Runnable() {
            @Override
            public void run() {
                final Optional<Shell> dialog = Stream.of(display.getShells()).filter(shell -> shell.isVisible() && shell.getText().startsWith(title))
                        .findFirst();
                if (dialog.isEmpty()) {
                    display.timerExec(NEXT_LOOK_MILLISECONDS, this);
                    return;
                }
                try {
                    awaited--;
                    work.run(dialog.get());
                } catch (final Exception | AssertionError e) {
                    failures.add(e);
                    dialog.get().close();
                }
            }
        });
    }

    /** The same, and then closes it. */
    void lookAt(final String title, final Work work) {
        in(title, shell -> {
            work.run(shell);
            shell.close();
        });
    }

    /** Whether everything that was to be done in dialogs has been begun. */
    boolean areDone() {
        return awaited == 0;
    }

    /** Fails when something that was to be done in a dialog failed, or was not done. */
    void check() {
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.getFirst());
        }
        assertEquals(0, awaited, "dialogs that did not open");
    }

    static <T extends Control> Stream<T> all(final Composite parent, final Class<T> type) {
        return Stream.of(parent.getChildren()).flatMap(child -> Stream.concat(type.isInstance(child) ? Stream.of(type.cast(child)) : Stream.empty(),
                child instanceof final Composite composite ? all(composite, type) : Stream.empty()));
    }

    static Button button(final Shell shell, final String text) {
        return all(shell, Button.class).filter(button -> button.getText().replace("&", "").equals(text)).findFirst().orElseThrow();
    }

    static void press(final Button button) {
        button.notifyListeners(SWT.Selection, null);
    }
}
