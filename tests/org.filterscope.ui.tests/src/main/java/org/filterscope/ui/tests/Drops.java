package org.filterscope.ui.tests;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Path;

import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Event;

/** Drops files on a widget as the system does. SWT keeps the event's class to itself. */
final class Drops {
    private static final int DROP = 2006;

    private Drops() {
    }

    static void drop(final DropTarget target, final Path file) {
        try {
            final Constructor<?> constructor = Class.forName("org.eclipse.swt.dnd.DNDEvent", true, DND.class.getClassLoader())
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            final Event event = (Event) constructor.newInstance();
            set(event, "dataType", FileTransfer.getInstance().getSupportedTypes()[0]);
            event.data = new String[] {file.toString()};
            event.widget = target;
            target.notifyListeners(DROP, event);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(final Event event, final String name, final Object value) throws ReflectiveOperationException {
        final Field field = event.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(event, value);
    }
}
