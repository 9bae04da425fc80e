package org.filterscope.analysis.contribution;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import org.filterscope.core.trace.Breakdown;
import org.filterscope.core.trace.BreakdownDefinition;
import org.filterscope.engine.execution.FeatureMaps;

/** Parts, textures and the unexplained rest of what a layer adds to a prediction. Definitions: docs/methods/contribution-traces.md. */
public final class PartBreakdown {
    private static final Set<String> PARTS = Set.of("object", "part");
    private static final Set<String> TEXTURES = Set.of("texture", "material", "color", "colour");

    private final String layer;
    private final double[] positions;

    /** @param positions of the layer, {@code [filter, row, col]}: what each adds to the logit */
    public PartBreakdown(final String layer, final double[] positions) {
        this.layer = layer;
        this.positions = positions;
    }

    /** What dissection says of a filter. */
    public interface LabelledFilters {

        /** Category of the filter's label; empty where it has none. */
        String category(int filter);

        /** Value above which the filter counts as active; not a number where nobody knows. */
        double threshold(int filter);
    }

    /** By the patterns of an explanatory graph; empty where the layer adds nothing anywhere. */
    public Optional<Breakdown> of(final LayerPatterns patterns, final int filters) {
        double parts = 0;
        double textures = 0;
        final double[] relevance = Arrays.stream(positions).map(Math::abs).toArray();
        for (int filter = 0; filter < filters; filter++) {
            for (final double[] pattern : patterns.relevance(filter, relevance)) {
                parts += pattern[0];
                textures += pattern[1];
            }
        }
        final double whole = Arrays.stream(relevance).sum();
        return breakdown(BreakdownDefinition.GRAPH, parts, textures, whole);
    }

    /** Whether labels of that category tell parts from textures. */
    public static boolean tells(final String category) {
        return PARTS.contains(category) || TEXTURES.contains(category);
    }

    /** By the categories of filters' labels; empty where no filter is active. */
    public Optional<Breakdown> of(final LabelledFilters labels, final FeatureMaps maps) {
        final int cells = maps.shape().rows() * maps.shape().cols();
        double parts = 0;
        double textures = 0;
        double whole = 0;
        for (int filter = 0; filter < maps.shape().channels(); filter++) {
            double active = 0;
            for (int i = filter * cells; i < (filter + 1) * cells; i++) {
                active += maps.values()[i] > labels.threshold(filter) ? Math.abs(positions[i]) : 0;
            }
            whole += active;
            parts += PARTS.contains(labels.category(filter)) ? active : 0;
            textures += TEXTURES.contains(labels.category(filter)) ? active : 0;
        }
        return breakdown(BreakdownDefinition.DISSECTION, parts, textures, whole);
    }

    private Optional<Breakdown> breakdown(final BreakdownDefinition definition, final double parts, final double textures, final double whole) {
        return whole > 0 ? Optional.of(new Breakdown(definition, layer, parts / whole, textures / whole,
                Math.max(0, 1 - (parts + textures) / whole))) : Optional.empty();
    }
}
