package org.filterscope.ui.display;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Link;

/** A text in place of some content, with what can be done about it. */
public final class MessagePage {

    /** Something to do: a few words, and what happens when a person follows them. */
    public record Offer(String words, Runnable reaction) {
    }

    private final Composite control;
    private final Link text;
    private List<Offer> offers = List.of();

    public MessagePage(final Composite parent) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 10).applyTo(control);
        text = new Link(control, SWT.WRAP);
        text.addListener(SWT.Selection, event -> offers.get(Integer.parseInt(event.text)).reaction().run());
        // Without a hint a wrapping text asks for the width of its longest line.
        GridDataFactory.fillDefaults().grab(true, true).hint(100, SWT.DEFAULT).applyTo(text);
    }

    public Composite control() {
        return control;
    }

    public void show(final String sentence, final List<Offer> choices) {
        offers = List.copyOf(choices);
        final StringBuilder markup = new StringBuilder(escape(sentence));
        for (int index = 0; index < offers.size(); index++) {
            markup.append(index == 0 ? "\n\n" : "\n").append("<a href=\"%d\">%s</a>".formatted(index, escape(offers.get(index).words())));
        }
        text.setText(markup.toString());
        control.layout();
    }

    public void setFocus() {
        text.setFocus();
    }

    /** A link's text is markup that has no way to write its own brackets. */
    private static String escape(final String plain) {
        return plain.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
    }
}
