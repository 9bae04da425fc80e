package org.filterscope.ui.tests;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;

/**
 * What a screen reader and a keyboard find among the controls of a part.
 *
 * @param root    with all that is in it
 * @param visible whether only what is in sight counts: an empty picture is hidden, and has no name
 */
record AccessibleControls(Composite root, boolean visible) {


    /** Controls that a screen reader could only call by their kind. Labels that stand right before a control name it. */
    List<String> nameless() {
        return controls().filter(AccessibleControls::needsName).filter(control -> name(control).isBlank() && !isLabelled(control))
                .map(AccessibleControls::describe).toList();
    }

    /** Canvases that take the mouse but not the keyboard. */
    List<String> beyondTheKeyboard() {
        return controls().filter(AccessibleControls::isCanvas)
                .filter(canvas -> canvas.isListening(SWT.MouseDown) && (canvas.getStyle() & SWT.NO_FOCUS) == 0 && !canvas.isListening(SWT.KeyDown))
                .map(AccessibleControls::describe).toList();
    }

    private Stream<Control> controls() {
        return Dialogs.all(root, Control.class).filter(control -> !visible || control.isVisible());
    }

    private static boolean needsName(final Control control) {
        return control instanceof Table || control instanceof Tree || control instanceof org.eclipse.swt.widgets.List || control instanceof Combo
                || control instanceof Spinner || control instanceof Text || isCanvas(control) && (control.getStyle() & SWT.NO_FOCUS) == 0;
    }

    /** Other kinds of canvas are labels and bars of the platform. */
    private static boolean isCanvas(final Control control) {
        return control.getClass() == Canvas.class || control instanceof FigureCanvas;
    }

    private static boolean isLabelled(final Control control) {
        final List<Control> siblings = List.of(control.getParent().getChildren());
        final int place = siblings.indexOf(control);
        return place > 0 && siblings.get(place - 1) instanceof final Label label && !label.getText().isBlank();
    }

    private static String name(final Control control) {
        final AccessibleEvent event = new AccessibleEvent(control);
        event.childID = ACC.CHILDID_SELF;
        listeners(control.getAccessible()).forEach(listener -> listener.getName(event));
        return event.result == null ? "" : event.result;
    }

    /** SWT asks them on behalf of the system only. */
    @SuppressWarnings("unchecked")
    private static List<AccessibleListener> listeners(final Accessible accessible) {
        try {
            final Field field = Accessible.class.getDeclaredField("accessibleListeners");
            field.setAccessible(true);
            final Object listeners = field.get(accessible);
            return listeners == null ? List.of() : List.copyOf((List<AccessibleListener>) listeners);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String describe(final Control control) {
        final String words = Stream.iterate(control.getParent(), parent -> parent != null, Composite::getParent).limit(3)
                .flatMap(parent -> Stream.of(parent.getChildren()).filter(Label.class::isInstance).map(label -> ((Label) label).getText()))
                .filter(text -> !text.isBlank()).limit(4).collect(Collectors.joining(" | "));
        return "%s in %s [%s]".formatted(control.getClass().getSimpleName(), control.getParent().getClass().getSimpleName(), words);
    }
}
