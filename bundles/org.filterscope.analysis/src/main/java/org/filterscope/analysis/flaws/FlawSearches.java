package org.filterscope.analysis.flaws;

import java.util.List;

/** All that is looked for. */
public final class FlawSearches {

    private FlawSearches() {
    }

    /** In the order of the kinds. */
    public static List<FlawSearch> all() {
        return List.of(
                new ClassConfusions(),
                new ConceptConfusions(),
                new MixedPatterns(),
                new ContextShortcuts(),
                new FixedPlaces(),
                new ColourShortcuts(),
                new AttributeTies(),
                new SuspiciousLabels(),
                new UnknownUnknowns(),
                new FragileFilters(),
                new DuplicateFilters(),
                new DeadFilters());
    }
}
