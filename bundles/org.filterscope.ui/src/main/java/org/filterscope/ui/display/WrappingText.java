package org.filterscope.ui.display;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * Words that wrap at the control's width. GTK measures a wrapping label some times over whenever it is placed, each time a millisecond, even where it
 * was before; this control measures a text once for a width. Belongs to the UI thread.
 */
public final class WrappingText extends Canvas {
    private final TextLayout layout;
    private String text = "";

    public WrappingText(final Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        layout = new TextLayout(getDisplay());
        layout.setFont(getFont());
        addListener(SWT.Paint, this::paint);
        addListener(SWT.Dispose, event -> layout.dispose());
        addListener(SWT.Resize, event -> redraw());
        AccessibleName.give(this, () -> text);
        getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(final AccessibleControlEvent event) {
                event.detail = ACC.ROLE_LABEL;
            }
        });
    }

    /** As it is, without mnemonics. */
    public void setText(final String words) {
        checkWidget();
        if (!words.equals(text)) {
            text = words;
            layout.setText(words);
            redraw();
        }
    }

    public String getText() {
        checkWidget();
        return text;
    }

    @Override
    public void setFont(final Font font) {
        super.setFont(font);
        layout.setFont(font);
        redraw();
    }

    @Override
    public Point computeSize(final int widthHint, final int heightHint, final boolean changed) {
        checkWidget();
        wrapAt(widthHint);
        final Rectangle size = layout.getBounds();
        return new Point(widthHint == SWT.DEFAULT ? size.width : widthHint, heightHint == SWT.DEFAULT ? size.height : heightHint);
    }

    private void wrapAt(final int width) {
        layout.setWidth(width == SWT.DEFAULT ? SWT.DEFAULT : Math.max(1, width));
    }

    private void paint(final Event event) {
        // In an editor the theme colors what lies around a canvas, but not the canvas.
        event.gc.setBackground(getParent().getBackground());
        event.gc.fillRectangle(event.x, event.y, event.width, event.height);
        wrapAt(getClientArea().width);
        layout.draw(event.gc, 0, 0);
    }
}
