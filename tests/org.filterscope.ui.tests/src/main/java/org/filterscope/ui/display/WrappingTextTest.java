package org.filterscope.ui.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;

class WrappingTextTest {

    @Test
    void isAsHighAsItsLinesAtTheWidthThatItGets() {
        final Shell shell = new Shell(Display.getCurrent());
        try {
            final WrappingText text = new WrappingText(shell);
            text.setText("river");
            final int line = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
            final int word = text.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
            text.setText("river river river river");
            assertEquals(line, text.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
            assertEquals(4 * line, text.computeSize(word + 1, SWT.DEFAULT).y);
            assertEquals(word + 1, text.computeSize(word + 1, SWT.DEFAULT).x, "the width is what it was given");
        } finally {
            shell.dispose();
        }
    }
}
