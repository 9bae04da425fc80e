package org.filterscope.ide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.osgi.util.NLS;

/**
 * Where a mended copy of a model goes: beside the model, as a file of the same format, under a name that is free. Looks at the disk.
 *
 * @param model absolute path of the original
 */
public record MendedCopy(Path model) {
    private static final String MENDED = "-mended";

    /** A name that is free. */
    public String proposal() {
        final String name = model.getFileName().toString();
        final String stem = name.substring(0, name.length() - ending().length()) + MENDED;
        String free = stem + ending();
        for (int number = 2; Files.exists(named(free)); number++) {
            free = stem + "-" + number + ending();
        }
        return free;
    }

    /**
     * What is wrong with a name, in a sentence for the user.
     *
     * @return empty when a copy can have it
     */
    public Optional<String> fault(final String name) {
        final IStatus valid = ResourcesPlugin.getWorkspace().validateName(name, IResource.FILE);
        if (!valid.isOK()) {
            return Optional.of(valid.getMessage());
        }
        if (!name.endsWith(ending()) || name.length() == ending().length()) {
            return Optional.of(NLS.bind(Messages.MendedCopy_ending, ending()));
        }
        return Files.exists(named(name)) ? Optional.of(NLS.bind(Messages.MendedCopy_exists, name)) : Optional.empty();
    }

    /** Absolute path of the copy. */
    public Path named(final String name) {
        return model.resolveSibling(name);
    }

    /** With its dot; the format goes by it. */
    private String ending() {
        final String name = model.getFileName().toString();
        return name.lastIndexOf('.') < 0 ? "" : name.substring(name.lastIndexOf('.'));
    }
}
