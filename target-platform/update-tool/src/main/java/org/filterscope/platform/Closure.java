package org.filterscope.platform;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The artifacts that roots need, directly or not, each in one version: the highest that anybody asks for. Good for one use. */
final class Closure {
    private final Repository repository;
    private final Choice choice;
    private final Set<Coordinates> leftOut;
    private final Map<Release, List<Demand>> dependencies = new ConcurrentHashMap<>();
    private final Map<Coordinates, Release> highest = new TreeMap<>();

    /** @param leftOut artifacts that are not taken, nor what only they need */
    Closure(final Repository repository, final Choice choice, final Set<Coordinates> leftOut) {
        this.repository = repository;
        this.choice = choice;
        this.leftOut = leftOut;
    }

    /** Goes in waves, as a higher version that is found late may need more than the lower one did. */
    Collection<Release> of(final Collection<Coordinates> roots) {
        final Set<Demand> asked = new HashSet<>();
        List<Demand> wave = roots.stream().map(Demand::any).filter(asked::add).toList();
        while (!wave.isEmpty()) {
            final List<Release> raised = Abreast.map(wave, choice::meet).stream().filter(this::raise).toList();
            wave = Abreast.map(raised, this::dependencies).stream().flatMap(List::stream).filter(asked::add).toList();
        }
        return reachable(roots);
    }

    private boolean raise(final Release release) {
        final boolean higher = release.isNewerThan(highest.get(release.coordinates()));
        if (higher) {
            highest.put(release.coordinates(), release);
        }
        return higher;
    }

    private List<Demand> dependencies(final Release release) {
        return dependencies.computeIfAbsent(release, parent -> repository.dependencies(parent).stream()
                .filter(demand -> !leftOut.contains(demand.coordinates())).toList());
    }

    /** Drops what only those versions needed that lost to higher ones. */
    private Collection<Release> reachable(final Collection<Coordinates> roots) {
        final SortedMap<Coordinates, Release> reached = new TreeMap<>();
        final Deque<Coordinates> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            final Coordinates next = open.pop();
            if (reached.putIfAbsent(next, highest.get(next)) == null) {
                dependencies(highest.get(next)).forEach(demand -> open.add(demand.coordinates()));
            }
        }
        return reached.values();
    }
}
