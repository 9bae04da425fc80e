package org.filterscope.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;
import org.eclipse.aether.version.VersionConstraint;

/** A repository of a few jars that a test puts there; artifact {@code a} is {@code test:a}. */
final class Shelf implements Repository {
    private static final GenericVersionScheme SCHEME = new GenericVersionScheme();

    private final Path folder;
    private final Map<Release, List<Demand>> dependencies = new HashMap<>();

    Shelf(final Path folder) {
        this.folder = folder;
    }

    static Coordinates artifact(final String name) {
        return new Coordinates("test", name);
    }

    static Demand demand(final String name, final String versions) {
        return new Demand(artifact(name), versions);
    }

    /** @param built as a qualifier names it, such as 20261115 */
    void put(final String name, final String version, final String built, final Demand... needed) {
        final Release release = new Release(artifact(name), parsed(version));
        final Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        manifest.getMainAttributes().putValue("Bundle-Version", "1.0.0.v" + built + "-1200");
        try (OutputStream file = Files.newOutputStream(jar(release)); JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.finish();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        dependencies.put(release, List.of(needed));
    }

    @Override
    public List<Release> releases(final Demand demand) {
        final VersionConstraint constraint = constraint(demand.versions());
        if (constraint.getRange() == null) {
            return List.of(new Release(demand.coordinates(), constraint.getVersion()));
        }
        return dependencies.keySet().stream()
                .filter(release -> release.coordinates().equals(demand.coordinates()) && constraint.containsVersion(release.version()))
                .sorted((one, other) -> one.version().compareTo(other.version())).toList();
    }

    @Override
    public List<Demand> dependencies(final Release release) {
        return dependencies.get(release);
    }

    @Override
    public Path jar(final Release release) {
        return folder.resolve(release.coordinates().name() + "-" + release.version() + ".jar");
    }

    private static Version parsed(final String version) {
        return constraint(version).getVersion();
    }

    private static VersionConstraint constraint(final String versions) {
        try {
            return SCHEME.parseVersionConstraint(versions);
        } catch (final InvalidVersionSpecificationException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
