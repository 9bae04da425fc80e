package org.filterscope.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which release meets a demand: the pinned one; else the one version that is asked for; else, of a range, the newest that was built by
 * the cut-off day. Milestones and candidates do not count.
 */
final class Choice {
    private static final Pattern UNFINISHED = Pattern.compile("(?i).*[.-](alpha|beta|m|rc|cr|ea|snapshot|preview)[.-]?\\d*");

    private final Repository repository;
    private final LocalDate cutOff;
    private final Map<Coordinates, Demand> pinned;
    private final Set<String> movingGroups;

    Choice(final Repository repository, final LocalDate cutOff, final Recipe recipe) {
        this.repository = repository;
        this.cutOff = cutOff;
        pinned = recipe.pinned().stream().collect(Collectors.toMap(Pin::coordinates, Demand::exactly));
        movingGroups = recipe.moving().stream().map(Coordinates::group).collect(Collectors.toSet());
    }

    Release meet(final Demand demand) {
        final Demand effective = effective(demand);
        final List<Release> releases = repository.releases(effective);
        // Newest first: the day stands in the jar, so asking costs a download, and mostly the first will do.
        return releases.reversed().stream().filter(release -> !effective.isRange() || isFinished(release) && isBuiltInTime(release))
                .findFirst().orElseThrow(() -> new Complaint(
                        "No version " + effective.versions() + " of " + effective.coordinates() + " was built by " + cutOff + "."));
    }

    /**
     * Groups with a root that has no version move as one: their POMs name what they were compiled with, not what was released with
     * them.
     */
    private Demand effective(final Demand demand) {
        final Demand other = movingGroups.contains(demand.coordinates().group()) ? Demand.any(demand.coordinates()) : demand;
        return pinned.getOrDefault(demand.coordinates(), other);
    }

    private static boolean isFinished(final Release release) {
        return !UNFINISHED.matcher(release.version().toString()).matches();
    }

    private boolean isBuiltInTime(final Release release) {
        return !Jar.read(repository.jar(release)).built().isAfter(cutOff);
    }
}
