package org.filterscope.ui.display;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * Something under a heading that a page has room for. Until there is first something to show it is an empty place. Belongs to the UI thread.
 *
 * @param <T> what stands below the heading
 */
public final class Section<T> {
    private final Composite control;
    private final String heading;
    private final Function<Composite, T> maker;
    private Optional<T> content = Optional.empty();

    Section(final Composite parent, final String heading, final Function<Composite, T> maker) {
        this.heading = heading;
        this.maker = maker;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(2, 3).applyTo(control);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(control);
        control.setVisible(false);
    }

    /** Also where sections stand side by side it has the whole width. */
    public Section<T> whole() {
        ((GridData) control.getLayoutData()).horizontalSpan = 2;
        return this;
    }

    /**
     * Shows it, or lets it take no room.
     *
     * @param filler gets the content if it is to be shown
     */
    public void show(final boolean wanted, final Consumer<T> filler) {
        if (wanted) {
            if (content.isEmpty()) {
                final Label label = new Label(control, SWT.NONE);
                label.setText(heading);
                label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
                content = Optional.of(maker.apply(control));
            }
            filler.accept(content.get());
        }
        SectionedPage.reveal(control, wanted);
    }

    /** What stands below the heading; empty as long as there was nothing to show. */
    public Optional<T> content() {
        return content;
    }
}
