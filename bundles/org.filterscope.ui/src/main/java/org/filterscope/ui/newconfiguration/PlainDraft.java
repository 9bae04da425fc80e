package org.filterscope.ui.newconfiguration;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

/**
 * A configuration that names model and pictures, and the labels where a file {@code labels.txt} lies beside the model. What training did with
 * the pixels stands in no model file: the text says where to put it.
 */
final class PlainDraft implements ConfigurationDraft {
    private static final String LABELS = "labels.txt";

    @Override
    public String text(final Path folder, final Path model, final Path pictures) {
        final Path labels = model.resolveSibling(LABELS);
        return NLS.bind(Messages.PlainDraft_text, new Object[] {
                named(folder, model), Files.isRegularFile(labels) ? "labels: " + named(folder, labels) : Messages.PlainDraft_noLabels,
                named(folder, pictures)});
    }

    /** Relative where the file lies below the configuration's folder, or in a folder beside it; so that the project can be moved. */
    private static String named(final Path folder, final Path file) {
        final Path above = folder.getParent();
        final boolean near = file.startsWith(folder) || above != null && above.getNameCount() > 0 && file.startsWith(above);
        return quoted(near ? folder.relativize(file) : file);
    }

    /** As a scalar of YAML: between double quotes only these two have a meaning of their own. */
    private static String quoted(final Path path) {
        final String text = path.toString().replace(path.getFileSystem().getSeparator(), "/");
        return text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}_./-]*") ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
