package org.filterscope.analysis.graph;

import java.util.ArrayList;
import java.util.List;

/** Makes the result of what was mined: merges duplicates, leaves out what never fires. */
record LayerResult(GraphMaps maps, SearchWindow window, double noise, Expectation.Above above) {

    PatternLayer of(final PatternArrays patterns, final Inferences inferences) {
        final Duplicates.Kept kept = new Duplicates(patterns, inferences, maps.grid()).merge();
        final List<Pattern> found = new ArrayList<>();
        int filter = 0;
        int index = 0;
        for (int i = 0; i < kept.kept().length; i++) {
            final int v = kept.kept()[i];
            while (v >= patterns.first[filter + 1]) {
                filter++;
                index = 0;
            }
            found.add(new Pattern(filter, index++, patterns.rows[v], patterns.cols[v], patterns.spreads[v], patterns.reaches[v],
                    parents(patterns, v), kept.merged()[i]));
        }
        return new PatternLayer(maps.layer(), maps.grid(), maps.scales(), noise, window.half(), window.following(), found,
                inferences.of(kept.kept()));
    }

    /** The pattern has moved since they were chosen. */
    private List<Parent> parents(final PatternArrays patterns, final int v) {
        return patterns.parents.get(v).stream().map(parent -> new Parent(parent.pattern(),
                (float) (patterns.rows[v] - above.patterns().rows[parent.pattern()]),
                (float) (patterns.cols[v] - above.patterns().cols[parent.pattern()]), parent.weight(), parent.residual())).toList();
    }
}
