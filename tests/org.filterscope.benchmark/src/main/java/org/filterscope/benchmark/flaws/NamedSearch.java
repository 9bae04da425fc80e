package org.filterscope.benchmark.flaws;

import java.util.List;
import java.util.Set;

import org.filterscope.analysis.flaws.FlawSearch;
import org.filterscope.analysis.flaws.FlawSearches;

/**
 * A search for flaws, by the name of its class.
 *
 * @param name   such as {@code ClassConfusions}
 * @param search what looks
 */
public record NamedSearch(String name, FlawSearch search) {

    public static List<NamedSearch> all() {
        return FlawSearches.all().stream().map(search -> new NamedSearch(search.getClass().getSimpleName(), search)).toList();
    }

    /** Some of them; all names must be known. */
    public static List<NamedSearch> of(final String... names) {
        final List<NamedSearch> found = all().stream().filter(search -> Set.of(names).contains(search.name)).toList();
        if (found.size() != names.length) {
            throw new IllegalArgumentException("there are only %s".formatted(all().stream().map(NamedSearch::name).toList()));
        }
        return found;
    }
}
