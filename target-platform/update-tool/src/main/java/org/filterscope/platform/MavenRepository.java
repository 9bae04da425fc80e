package org.filterscope.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;

/** The repositories that the user's Maven settings name, through Maven's resolver and its local cache. */
final class MavenRepository implements Repository, AutoCloseable {
    private static final Set<String> NEEDED_TO_RUN = Set.of("compile", "runtime");

    private final Context maven;

    MavenRepository() {
        maven = Runtimes.INSTANCE.getRuntime().create(ContextOverrides.create().withUserSettings(true).build());
    }

    @Override
    public List<Release> releases(final Demand demand) {
        final var request = new VersionRangeRequest(artifact(demand.coordinates(), demand.versions()), maven.remoteRepositories(), null);
        try {
            final var found = maven.repositorySystem().resolveVersionRange(maven.repositorySystemSession(), request);
            if (found.getVersions().isEmpty() && !found.getExceptions().isEmpty()) {
                throw new Complaint(unknownVersions(demand.coordinates(), found.getExceptions().getFirst()));
            }
            return found.getVersions().stream().map(version -> new Release(demand.coordinates(), version)).toList();
        } catch (final RepositoryException e) {
            throw new Complaint(unknownVersions(demand.coordinates(), e), e);
        }
    }

    @Override
    public List<Demand> dependencies(final Release release) {
        final var request = new ArtifactDescriptorRequest(artifact(release), maven.remoteRepositories(), null);
        try {
            final var descriptor = maven.repositorySystem().readArtifactDescriptor(maven.repositorySystemSession(), request);
            return descriptor.getDependencies().stream().filter(MavenRepository::isNeeded).map(MavenRepository::demand).toList();
        } catch (final RepositoryException e) {
            throw new Complaint("The POM of " + release + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Path jar(final Release release) {
        final var request = new ArtifactRequest(artifact(release), maven.remoteRepositories(), null);
        try {
            return maven.repositorySystem().resolveArtifact(maven.repositorySystemSession(), request).getArtifact().getFile().toPath();
        } catch (final RepositoryException e) {
            throw new Complaint("The jar of " + release + " cannot be had: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        maven.close();
    }

    private static String unknownVersions(final Coordinates coordinates, final Exception reason) {
        return "The versions of " + coordinates + " cannot be had: " + reason.getMessage();
    }

    private static boolean isNeeded(final Dependency dependency) {
        return !dependency.isOptional() && NEEDED_TO_RUN.contains(dependency.getScope())
                && "jar".equals(dependency.getArtifact().getExtension());
    }

    private static Demand demand(final Dependency dependency) {
        final Artifact artifact = dependency.getArtifact();
        return new Demand(new Coordinates(artifact.getGroupId(), artifact.getArtifactId()), artifact.getVersion());
    }

    private static Artifact artifact(final Release release) {
        return artifact(release.coordinates(), release.version().toString());
    }

    private static Artifact artifact(final Coordinates coordinates, final String versions) {
        return new DefaultArtifact(coordinates.group(), coordinates.name(), "jar", versions);
    }
}
