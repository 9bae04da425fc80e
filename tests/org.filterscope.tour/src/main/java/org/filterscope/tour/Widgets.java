package org.filterscope.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Text;

/** What a person sees of a part of a window: its widgets that are visible. Belongs to the UI thread. */
record Widgets(Composite root) {

    <T extends Control> List<T> all(final Class<T> type) {
        final List<Control> controls = new ArrayList<>(List.of(root));
        for (int next = 0; next < controls.size(); next++) {
            if (controls.get(next) instanceof final Composite composite) {
                controls.addAll(List.of(composite.getChildren()));
            }
        }
        return controls.stream().filter(type::isInstance).map(type::cast).filter(Control::isVisible).toList();
    }

    <T extends Control> T first(final Class<T> type) {
        return all(type).stream().findFirst().orElseThrow(() -> new AssertionError("there is no " + type.getSimpleName() + ": " + text()));
    }

    /** All words outside tables and trees, a line each. */
    String text() {
        return String.join("\n", all(Control.class).stream().flatMap(Widgets::words).filter(words -> !words.isBlank()).toList());
    }

    private static Stream<String> words(final Control control) {
        return Stream.ofNullable(switch (control) {
            case final Label label -> label.getText();
            case final CLabel label -> label.getText();
            case final Link link -> link.getText();
            case final Text text -> text.getText();
            case final StyledText text -> text.getText();
            case final Button button -> button.getText();
            case final Canvas canvas -> painted(canvas);
            default -> null;
        });
    }

    /** A canvas of ours that paints words tells them as a label does; its class is none that the tour can see. */
    private static String painted(final Canvas canvas) {
        try {
            return canvas.getClass().getMethod("getText").invoke(canvas).toString();
        } catch (final NoSuchMethodException e) {
            return null;
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
