package org.filterscope.ui.graph.diagram;

import java.util.Optional;
import java.util.function.Function;

import org.filterscope.ui.graph.model.Mark;
import org.filterscope.ui.graph.model.Steps;

/** The selection's ways through the graph, step by step. Belongs to the UI thread. */
final class GraphWalk {
    private final GraphDiagram diagram;

    GraphWalk(final GraphDiagram diagram) {
        this.diagram = diagram;
    }

    void aside(final int by) {
        step(steps -> steps.aside(start(), by));
    }

    void up() {
        step(steps -> steps.up(start()));
    }

    void down() {
        step(steps -> steps.down(start()));
    }

    void into() {
        step(steps -> steps.into(start()));
    }

    void out() {
        step(steps -> steps.out(start()));
    }

    private Mark start() {
        return diagram.selected().orElseGet(() -> new Mark.OfLayer(0));
    }

    private void step(final Function<Steps, Optional<Mark>> way) {
        diagram.scene().flatMap(shown -> diagram.selected().isEmpty() ? Optional.of(start()) : way.apply(new Steps(shown.layout())))
                .ifPresent(diagram::goTo);
    }
}
