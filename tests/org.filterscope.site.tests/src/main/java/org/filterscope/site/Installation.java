package org.filterscope.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/**
 * What an IDE that has nothing of it takes from the site for a feature.
 *
 * @param units of the site; what the IDE itself has is not among them
 * @param site  where they come from
 */
public record Installation(List<Unit> units, Site site) {
    private static final String JAR = ".feature.jar";

    /** @param feature the feature's name, without {@code .feature.group} */
    public static Installation of(final Site site, final String feature, final Platform platform) {
        final Map<String, Unit> known = site.units().stream().collect(Collectors.toMap(Unit::id, unit -> unit));
        final Deque<String> open = new ArrayDeque<>(List.of(feature + ".feature.group"));
        final List<Unit> found = new ArrayList<>();
        while (!open.isEmpty()) {
            final Unit unit = known.get(open.pop());
            if (unit != null && !found.contains(unit)) {
                found.add(unit);
                unit.requirements().stream().filter(requirement -> holds(requirement.filter(), platform)).map(Requirement::name).forEach(open::push);
            }
        }
        return new Installation(found, site);
    }

    /** @return bytes that are fetched */
    public long download() {
        return units.stream().flatMap(unit -> site.artifacts().stream().filter(artifact -> isOf(artifact, unit))).mapToLong(Artifact::size).sum();
    }

    /** @return bytes of the files in the IDE */
    public long onDisk() throws IOException {
        long sum = 0;
        for (final Unit unit : units) {
            for (final Artifact artifact : site.artifacts()) {
                if (isOf(artifact, unit)) {
                    sum += unit.unpacked() ? unpacked(artifact.file()) : Files.size(artifact.file());
                }
            }
        }
        return sum;
    }

    private static boolean isOf(final Artifact artifact, final Unit unit) {
        final boolean isFeature = artifact.file().getParent().endsWith("features");
        return unit.id().equals(isFeature ? artifact.id() + JAR : artifact.id());
    }

    private static long unpacked(final Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().mapToLong(ZipEntry::getSize).sum();
        }
    }

    private static boolean holds(final String filter, final Platform platform) {
        try {
            return filter.isEmpty() || FrameworkUtil.createFilter(filter).matches(platform.environment());
        } catch (final InvalidSyntaxException e) {
            throw new IllegalArgumentException("no filter: " + filter, e);
        }
    }
}
