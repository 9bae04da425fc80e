package org.filterscope.analysis.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.GraphSettings;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;

/**
 * Which explanatory graphs are mined.
 *
 * @param layers top layer first
 * @param kinds  of object, a graph each
 * @param scarce classes that have too few pictures for a graph
 */
record GraphPlan(List<String> layers, List<Kind> kinds, List<String> scarce) {
    private static final int LEAST_PICTURES = 2;

    /**
     * A kind of object.
     *
     * @param name     its class; empty when the pictures have none
     * @param pictures indices among the run's own, ascending
     */
    record Kind(String name, int[] pictures) {
    }

    /** @throws InvalidConfigurationException when there is nothing to mine from */
    static GraphPlan of(final DiagnosisConfiguration configuration, final NetworkGraph graph, final ReceptiveFields fields,
            final List<String> layers, final PictureClasses classes) throws InvalidConfigurationException {
        final List<String> mined = layers.stream().filter(layer -> hasPlaces(graph.shape(layer), fields, layer)).toList().reversed();
        if (mined.isEmpty()) {
            throw configuration.error("layers", "none of the layers %s has maps with places; the analysis 'graph' needs one"
                    .formatted(String.join(", ", layers)));
        }
        final GraphSettings settings = configuration.graph();
        for (final String wanted : settings.classes()) {
            if (!classes.names().contains(wanted)) {
                throw configuration.error("graph", "there are no pictures of a class '%s'; the classes are %s".formatted(wanted,
                        classes.names().isEmpty() ? "not known" : String.join(", ", classes.names())));
            }
        }
        final List<Kind> kinds = new ArrayList<>();
        final List<String> scarce = new ArrayList<>();
        final List<String> names = classes.names().isEmpty() ? List.of("") : settings.classes().isEmpty() ? classes.names()
                : settings.classes().stream().distinct().toList();
        for (final String name : names) {
            final int[] members = members(classes, name);
            final int[] drawn = new PictureClasses(List.of(name), members).draw(settings.pictures(), configuration.images().seed());
            if (drawn.length >= LEAST_PICTURES) {
                kinds.add(new Kind(name, drawn));
            } else if (settings.classes().contains(name)) {
                throw configuration.error("graph", "a graph needs two pictures of a kind of object or more, the class '%s' has %d".formatted(name,
                        drawn.length));
            } else {
                scarce.add(name);
            }
        }
        if (kinds.isEmpty()) {
            throw configuration.error("graph", "a graph needs two pictures of a kind of object or more");
        }
        return new GraphPlan(mined, List.copyOf(kinds), List.copyOf(scarce));
    }

    /** By picture: 0 for those of the class, else -1. */
    private static int[] members(final PictureClasses classes, final String name) {
        final int wanted = classes.names().indexOf(name);
        return Arrays.stream(classes.indices()).map(index -> index == wanted ? 0 : -1).toArray();
    }

    private static boolean hasPlaces(final Shape shape, final ReceptiveFields fields, final String layer) {
        final long cells = (long) shape.rows() * shape.cols();
        return cells > 1 && cells <= Character.MAX_VALUE && fields.vertical(layer).stride() > 0 && fields.horizontal(layer).stride() > 0;
    }

    /** The pictures of all kinds, ascending. */
    int[] pictures() {
        return kinds.stream().flatMapToInt(kind -> IntStream.of(kind.pictures())).sorted().distinct().toArray();
    }
}
