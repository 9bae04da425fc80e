package org.filterscope.ui.trace;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.filterscope.ui.trace.TracedReport.Listed;

/** Lets a person choose a picture: one of the report, or any file. Belongs to the UI thread. */
record PictureChooser(Shell shell) {

    /** One of the report's pictures; those that the network takes for another class say so. */
    Optional<Path> ofReport(final TracedReport report) {
        final ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell,
                LabelProvider.createTextProvider(picture -> label((Listed) picture)));
        dialog.setTitle(Messages.PictureChooser_title);
        dialog.setMessage(NLS.bind(Messages.PictureChooser_message, report.pictures().size()));
        dialog.setElements(report.pictures().toArray());
        dialog.setMultipleSelection(false);
        return dialog.open() == Window.OK && dialog.getFirstResult() instanceof final Listed chosen ? Optional.of(report.file(chosen.path()))
                : Optional.empty();
    }

    /** @param near where the person is led first */
    Optional<Path> ofFiles(final Path near) {
        final FileDialog dialog = new FileDialog(shell, SWT.OPEN);
        dialog.setText(Messages.PictureChooser_open);
        dialog.setFilterExtensions(new String[] {"*.png;*.jpg;*.jpeg;*.PNG;*.JPG;*.JPEG;*.bmp;*.gif;*.tif;*.tiff;*.webp", "*"});
        dialog.setFilterNames(new String[] {Messages.PictureChooser_pictures, Messages.PictureChooser_files});
        dialog.setFilterPath(near.toString());
        try {
            return Optional.ofNullable(dialog.open()).map(Path::of);
        } catch (final InvalidPathException e) {
            return Optional.empty();
        }
    }

    static String label(final Listed picture) {
        if (picture.said().isEmpty() || picture.label().isEmpty()) {
            return picture.path();
        }
        return picture.said().equals(picture.label()) ? NLS.bind(Messages.PictureChooser_right, picture.path(), picture.said())
                : NLS.bind(Messages.PictureChooser_wrong, picture.path(), picture.said());
    }
}
