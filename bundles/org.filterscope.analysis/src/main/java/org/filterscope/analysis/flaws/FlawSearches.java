package org.filterscope.analysis.flaws;

import java.util.List;

/** All that is looked for. */
public final class FlawSearches {

    private FlawSearches() {
    }

    /** For one run, in the order of the kinds: what several of them read, they keep for each other. */
    public static List<FlawSearch> all() {
        final RunConcepts concepts = new RunConcepts();
        return List.of(
                new ClassConfusions(),
                new ConceptConfusions(concepts),
                new MixedPatterns(),
                new ContextShortcuts(concepts),
                new FixedPlaces(),
                new ColourShortcuts(),
                new AttributeTies(concepts),
                new SuspiciousLabels(),
                new UnknownUnknowns(),
                new FragileFilters(),
                new DuplicateFilters(),
                new DeadFilters());
    }
}
