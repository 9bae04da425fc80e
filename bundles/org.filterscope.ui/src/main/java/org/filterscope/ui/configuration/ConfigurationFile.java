package org.filterscope.ui.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IURIEditorInput;

/** Where a configuration that is edited lies. */
final class ConfigurationFile {
    /** Characters, or bytes, that a configuration may have; the reader refuses more, too. */
    static final int LARGEST = 1 << 20;
    /** Longer lines take the text widget seconds to lay out. */
    private static final int LONGEST_LINE = 20_000;

    private ConfigurationFile() {
    }

    /** Of an editor's input; empty when it does not lie on this machine's disks. */
    static Optional<Path> of(final IEditorInput input) {
        final IFile file = Adapters.adapt(input, IFile.class);
        if (file != null) {
            return Optional.ofNullable(file.getLocation()).map(IPath::toPath);
        }
        try {
            return input instanceof final IURIEditorInput uri ? Optional.of(uri.getURI()).filter(place -> "file".equals(place.getScheme()))
                    .map((final URI place) -> Path.of(place)) : Optional.empty();
        } catch (final IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Why a file must not come into a text widget, which would stand still over it. Reads a megabyte at most.
     *
     * @return a sentence for the user; empty when nothing speaks against it
     */
    static Optional<String> refusal(final Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            final byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                return Optional.of(NLS.bind(Messages.ConfigurationFile_tooLarge, file.getFileName()));
            }
            int line = 0;
            for (final byte value : bytes) {
                line = value == '\n' ? 0 : line + 1;
                if (value == 0) {
                    return Optional.of(NLS.bind(Messages.ConfigurationFile_binary, file.getFileName()));
                }
                if (line > LONGEST_LINE) {
                    return Optional.of(NLS.bind(Messages.ConfigurationFile_longLine, file.getFileName(), LONGEST_LINE));
                }
            }
            return Optional.empty();
        } catch (final IOException e) {
            // The text editor tells what is wrong with a file that cannot be read.
            return Optional.empty();
        }
    }
}
