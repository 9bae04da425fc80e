package org.filterscope.engine.device;

import java.nio.file.Path;
import java.util.List;

import org.filterscope.core.InvalidInputException;

/**
 * NVIDIA's libraries, loaded from where they were found. The system's loader alone would look neither into {@code CUDA_PATH} nor into the folders of
 * NVIDIA's installers; but what is already loaded, it takes by name.
 */
public final class PreloadedLibraries {
    private PreloadedLibraries() {
    }

    /**
     * @param libraries in the order of what they need themselves
     * @throws InvalidInputException when one cannot be loaded
     */
    public static void load(final List<Path> libraries) throws InvalidInputException {
        for (final Path library : libraries) {
            try {
                System.load(library.toAbsolutePath().toString());
            } catch (final UnsatisfiedLinkError e) {
                throw new InvalidInputException("%s cannot be loaded: %s".formatted(library, e.getMessage()), e);
            }
        }
    }
}
