package org.filterscope.platform;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** How two states of a target definition differ, for a person to read. */
record Changes(Map<Coordinates, String> before, Map<Coordinates, String> after) {
    List<String> lines() {
        final List<Coordinates> changed = only(before, artifact -> after.containsKey(artifact)
                && !before.get(artifact).equals(after.get(artifact)));
        final List<Coordinates> added = only(after, artifact -> !before.containsKey(artifact));
        final List<Coordinates> removed = only(before, artifact -> !after.containsKey(artifact));
        return Stream.of(
                changed.stream().map(artifact -> "%s %s → %s".formatted(artifact, before.get(artifact), after.get(artifact))),
                added.stream().map(artifact -> "added %s %s".formatted(artifact, after.get(artifact))),
                removed.stream().map(artifact -> "removed %s %s".formatted(artifact, before.get(artifact))),
                Stream.of("%d artifacts: %d changed, %d added, %d removed."
                        .formatted(after.size(), changed.size(), added.size(), removed.size())))
                .flatMap(lines -> lines).toList();
    }

    private static List<Coordinates> only(final Map<Coordinates, String> versions, final Predicate<Coordinates> wanted) {
        return new TreeSet<>(versions.keySet()).stream().filter(wanted).toList();
    }
}
