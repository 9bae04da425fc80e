package org.filterscope.ui.scores;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

/** A text in place of the view's content, with at most one thing to do about it. */
final class MessagePage {
    private final Composite control;
    private final Link text;
    private Runnable action = () -> {
    };

    MessagePage(final Composite parent) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 10).applyTo(control);
        text = new Link(control, SWT.WRAP);
        text.addListener(SWT.Selection, event -> action.run());
        // Without a hint a wrapping text asks for the width of its longest line.
        GridDataFactory.fillDefaults().grab(true, true).hint(100, SWT.DEFAULT).applyTo(text);
    }

    Composite control() {
        return control;
    }

    void show(final String sentence) {
        action = () -> {
        };
        text.setText(escape(sentence));
        control.layout();
    }

    void show(final String sentence, final String offer, final Runnable reaction) {
        action = reaction;
        text.setText("%s%n%n<a>%s</a>".formatted(escape(sentence), escape(offer)));
        control.layout();
    }

    void setFocus() {
        text.setFocus();
    }

    /** A link's text is markup that has no way to write its own brackets. */
    private static String escape(final String plain) {
        return plain.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
    }
}
