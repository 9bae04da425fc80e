package org.filterscope.ide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.filterscope.core.report.Report;

/** Where the configuration lies that a report was made with: what people say of its filters is kept beside it. Looks at the disk. */
final class ConfigurationPlace {
    private static final long LARGEST_FILE = 1 << 20;
    /** Configurations write to {@code report}, {@code reports/NAME} or, seldom, one deeper: farther up lie other things. */
    private static final int MOST_FOLDERS = 3;

    private ConfigurationPlace() {
    }

    /**
     * @param configuration when it is known; else a file in one of the folders that the report lies in is looked for, the nearest first,
     *                      whose text is the one that the report keeps
     * @return empty when the configuration cannot be found
     */
    static Optional<Path> of(final Report report, final Optional<IFile> configuration) {
        return configuration.map(IFile::getLocation).map(IPath::toPath).or(() -> above(report));
    }

    private static Optional<Path> above(final Report report) {
        final String text = report.manifest().configuration();
        return text == null ? Optional.empty()
                : Stream.iterate(report.directory().toAbsolutePath().normalize().getParent(), Objects::nonNull, Path::getParent).limit(MOST_FOLDERS)
                        .flatMap(folder -> in(folder, text).stream()).findFirst();
    }

    private static Optional<Path> in(final Path folder, final String text) {
        try (Stream<Path> files = Files.list(folder)) {
            final List<Path> candidates = files.filter(file -> DiagnosedFile.isConfiguration(file.getFileName().toString())).sorted().toList();
            for (final Path candidate : candidates) {
                if (Files.isRegularFile(candidate) && Files.size(candidate) <= LARGEST_FILE
                        && Files.readString(candidate).equals(text)) {
                    return Optional.of(candidate);
                }
            }
        } catch (final IOException e) {
            // A folder, or a file in it, that cannot be read holds no configuration that anybody could run.
        }
        return Optional.empty();
    }
}
