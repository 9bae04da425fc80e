package org.filterscope.ide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IPath;
import org.filterscope.core.names.NamesFile;
import org.filterscope.core.report.Report;

/** Where what people say of a report's filters is kept: beside the configuration that the report was made with. Looks at the disk. */
final class NamesPlace {
    private static final String CONFIGURATION = ".filterscope";
    private static final long LARGEST_FILE = 1 << 20;

    private NamesPlace() {
    }

    /**
     * @param configuration when it is known; else a file beside the report is looked for whose text is the one that the report keeps
     * @return empty when the configuration cannot be found
     */
    static Optional<NamesFile> of(final Report report, final Optional<IFile> configuration) {
        return configuration.map(IFile::getLocation).map(IPath::toPath).or(() -> beside(report)).map(NamesFile::beside);
    }

    private static Optional<Path> beside(final Report report) {
        final Path folder = report.directory().toAbsolutePath().getParent();
        if (folder == null || report.manifest().configuration() == null) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            final List<Path> candidates = files.filter(file -> file.getFileName().toString().endsWith(CONFIGURATION)).sorted().toList();
            for (final Path candidate : candidates) {
                if (Files.isRegularFile(candidate) && Files.size(candidate) <= LARGEST_FILE
                        && Files.readString(candidate).equals(report.manifest().configuration())) {
                    return Optional.of(candidate);
                }
            }
        } catch (final IOException e) {
            // A folder, or a file in it, that cannot be read is no place to keep names in.
        }
        return Optional.empty();
    }
}
