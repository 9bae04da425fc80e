package org.filterscope.ui.display;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.filterscope.ui.display.FactTable.Column;

/**
 * A page that scrolls: words and pictures, below them sections, side by side where there is room. Whoever changes what it shows calls
 * {@link #layout()} once when all is done. Belongs to the UI thread.
 */
public final class SectionedPage {
    /** A narrower view scrolls. */
    private static final int LEAST = 160;
    /** What a table asks for; it takes what there is. */
    private static final int TABLE_WIDTH = 280;

    private final int wide;
    private final ScrolledComposite control;
    private final Composite content;
    private final Composite top;
    private final Composite sections;
    private final List<WrappingText> texts = new ArrayList<>();
    private final List<TileCanvas<?>> pictures = new ArrayList<>();
    private int laidOut;

    /** @param wide from this width on sections stand side by side, in pixels */
    public SectionedPage(final Composite parent, final int wide) {
        this.wide = wide;
        control = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        control.setExpandHorizontal(true);
        control.setExpandVertical(true);
        control.setShowFocusedControl(true);
        content = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(5, 5).applyTo(content);
        control.setContent(content);
        top = grab(new Composite(content, SWT.NONE));
        GridLayoutFactory.fillDefaults().spacing(5, 5).applyTo(top);
        sections = new Composite(content, SWT.NONE);
        GridLayoutFactory.fillDefaults().equalWidth(true).spacing(12, 10).applyTo(sections);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sections);
        control.addListener(SWT.Resize, event -> {
            if (width() != laidOut) {
                layout();
            }
        });
    }

    public ScrolledComposite control() {
        return control;
    }

    /** Where words and pictures go that stand above the sections. */
    public Composite top() {
        return top;
    }

    /** @param parent {@link #top()}, or the content of a section */
    public WrappingText text(final Composite parent) {
        final WrappingText text = grab(new WrappingText(parent));
        texts.add(text);
        return text;
    }

    /** Gives pictures above the sections the height that they need. */
    public void add(final TileCanvas<?> canvas) {
        grab(canvas.control());
        pictures.add(canvas);
    }

    /**
     * @param content makes what stands below the heading, given its parent; called when there is first something to show
     * @param <T>     what is made
     */
    public <T> Section<T> section(final String heading, final Function<Composite, T> content) {
        return new Section<>(sections, heading, content);
    }

    /** A table for a section. */
    public static FactTable table(final Composite parent, final ThemeColors colors, final String name, final String copy,
            final List<Column> columns) {
        final FactTable table = new FactTable(parent, colors, name, copy, columns);
        GridDataFactory.fillDefaults().grab(true, false).hint(TABLE_WIDTH, SWT.DEFAULT).applyTo(table.control());
        return table;
    }

    /** Gives all the width to what lies in a grid; of itself a child could ask for any width. */
    public static <T extends Control> T grab(final T child) {
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).applyTo(child);
        return child;
    }

    /** Shows a child of a grid, or lets it take no room. */
    public static void reveal(final Control child, final boolean visible) {
        ((GridData) child.getLayoutData()).exclude = !visible;
        child.setVisible(visible);
    }

    /** Sets a text that changes under the person's hand: the page is laid out anew only where it needs more lines. */
    public void tell(final WrappingText text, final String words) {
        text.setText(words);
        final int room = text.getSize().x;
        if (room > 0 && text.computeSize(room, SWT.DEFAULT).y > text.getSize().y) {
            layout();
        }
    }

    public void layout() {
        laidOut = width();
        final int width = Math.max(LEAST, laidOut);
        final int inner = width - 2 * ((GridLayout) content.getLayout()).marginWidth;
        final GridLayout side = (GridLayout) sections.getLayout();
        side.numColumns = width >= wide ? 2 : 1;
        final int section = (inner - (side.numColumns - 1) * side.horizontalSpacing) / side.numColumns;
        pictures.forEach(canvas -> ((GridData) canvas.control().getLayoutData()).heightHint = canvas.height(inner));
        // At another width than their true one texts would be measured twice.
        texts.forEach(text -> ((GridData) text.getLayoutData()).widthHint = text.getParent() == top ? inner : section);
        // Sizes are computed once, and everything is laid out once.
        content.setLayoutDeferred(true);
        control.setMinSize(LEAST, content.computeSize(width, SWT.DEFAULT, true).y);
        content.layout(false, true);
        content.setLayoutDeferred(false);
    }

    private int width() {
        return Math.max(1, control.getClientArea().width);
    }
}
