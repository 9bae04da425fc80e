package org.filterscope.core.names;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.Score;

/** What people have said of the filters of a configuration. Immutable. */
public final class FilterNames {
    /** Nothing was said. */
    public static final FilterNames NONE = new FilterNames(new TreeMap<>());

    private final SortedMap<String, FilterName> names;

    private FilterNames(final SortedMap<String, FilterName> names) {
        this.names = names;
    }

    /** @param names one a fingerprint */
    static FilterNames of(final Collection<FilterName> names) {
        final SortedMap<String, FilterName> sorted = new TreeMap<>();
        names.forEach(name -> sorted.put(name.fingerprint(), name));
        return new FilterNames(sorted);
    }

    /** @return by fingerprint */
    public Collection<FilterName> all() {
        return Collections.unmodifiableCollection(names.values());
    }

    /** What was said of the filter with these weights. */
    public Optional<FilterName> of(final String fingerprint) {
        return Optional.ofNullable(names.get(fingerprint));
    }

    /** What was said of a filter; nothing of one without a fingerprint. */
    public Optional<FilterName> of(final FilterRow filter) {
        return filter.scores().text(Score.FINGERPRINT).flatMap(this::of);
    }

    /** With something else said of one filter; a name that says nothing takes away what was said. */
    public FilterNames with(final FilterName name) {
        final SortedMap<String, FilterName> other = new TreeMap<>(names);
        if (name.isEmpty()) {
            other.remove(name.fingerprint());
        } else {
            other.put(name.fingerprint(), name);
        }
        return new FilterNames(other);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof final FilterNames that && names.equals(that.names);
    }

    @Override
    public int hashCode() {
        return names.hashCode();
    }

    @Override
    public String toString() {
        return names.values().toString();
    }
}
