package org.filterscope.tour;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;

/** A window in front of the workbench. Belongs to the UI thread. */
record Dialog(Shell shell) {

    /** Its title and all words in it. */
    String text() {
        return shell.getText() + "\n" + new Widgets(shell).text();
    }

    boolean offers(final String button) {
        return new Widgets(shell).all(Button.class).stream().anyMatch(candidate -> is(candidate, button) && candidate.isEnabled());
    }

    /** Presses a button. */
    void press(final String button) {
        new Widgets(shell).all(Button.class).stream().filter(candidate -> is(candidate, button)).findFirst()
                .orElseThrow(() -> new AssertionError("the dialog has no button " + button + ": " + text()))
                .notifyListeners(SWT.Selection, new Event());
    }

    private static boolean is(final Button candidate, final String words) {
        return candidate.getText().replace("&", "").startsWith(words);
    }
}
