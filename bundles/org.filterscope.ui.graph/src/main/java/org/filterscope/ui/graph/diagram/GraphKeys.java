package org.filterscope.ui.graph.diagram;

import java.util.Optional;

import org.eclipse.gef.KeyHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;

/** What the keys do in a diagram. Characters count as they are typed, whatever keys a keyboard has them on. */
final class GraphKeys extends KeyHandler {
    private final GraphDiagram diagram;
    private final GraphWalk walk;

    GraphKeys(final GraphDiagram diagram) {
        this.diagram = diagram;
        walk = new GraphWalk(diagram);
    }

    @Override
    public boolean keyPressed(final KeyEvent event) {
        final Optional<Runnable> reaction = (event.stateMask & SWT.MODIFIER_MASK) == SWT.MOD1 ? withControl(event.keyCode)
                : arrow(event.keyCode).or(() -> character(event.character));
        reaction.ifPresent(Runnable::run);
        return reaction.isPresent();
    }

    private Optional<Runnable> withControl(final int key) {
        return Optional.ofNullable(switch (key) {
            case SWT.ARROW_UP -> walk::out;
            case SWT.ARROW_DOWN -> walk::into;
            case SWT.ARROW_LEFT -> () -> diagram.move(-diagram.sight().width() / 2, 0);
            case SWT.ARROW_RIGHT -> () -> diagram.move(diagram.sight().width() / 2, 0);
            default -> null;
        });
    }

    private Optional<Runnable> arrow(final int key) {
        return Optional.ofNullable(switch (key) {
            case SWT.ARROW_LEFT -> () -> walk.aside(-1);
            case SWT.ARROW_RIGHT -> () -> walk.aside(1);
            case SWT.ARROW_UP -> walk::up;
            case SWT.ARROW_DOWN -> walk::down;
            default -> null;
        });
    }

    private Optional<Runnable> character(final char typed) {
        return Optional.ofNullable(switch (typed) {
            case '+', '=' -> diagram::zoomIn;
            case '-' -> diagram::zoomOut;
            case '0' -> diagram::fit;
            case '1' -> diagram::full;
            case SWT.CR -> diagram::focus;
            case SWT.ESC -> diagram::leave;
            default -> null;
        });
    }
}
