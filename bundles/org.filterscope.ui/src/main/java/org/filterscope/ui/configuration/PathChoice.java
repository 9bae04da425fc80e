package org.filterscope.ui.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.filterscope.ui.display.AccessibleName;

/** Lets people choose files and folders, and open them. What lies below the configuration's folder is written relative to it. */
final class PathChoice {
    private final Supplier<Optional<Path>> file;
    private final FileOpener opener;
    private final Function<String, Optional<String>> values;
    private final List<Button> buttons = new ArrayList<>();

    /**
     * @param file   the configuration, asked for each time, for it may be moved; empty when it does not lie on this machine's disks
     * @param values tells what the source says at a path of keys
     */
    PathChoice(final Supplier<Optional<Path>> file, final FileOpener opener, final Function<String, Optional<String>> values) {
        this.file = file;
        this.opener = opener;
        this.values = values;
    }

    void button(final Composite parent, final FormToolkit toolkit, final String label, final boolean folder, final TextField field) {
        final Button button = toolkit.createButton(parent, Messages.PathChoice_browse, SWT.PUSH);
        AccessibleName.give(button, () -> NLS.bind(Messages.PathChoice_browseFor, label));
        button.setToolTipText(NLS.bind(Messages.PathChoice_browseFor, label));
        button.setEnabled(file.get().isPresent());
        buttons.add(button);
        button.addListener(SWT.Selection, event -> ask(parent.getShell(), folder, resolved(field.written())).ifPresent(field::write));
    }

    /** The configuration lies elsewhere now. */
    void follow() {
        buttons.forEach(button -> button.setEnabled(file.get().isPresent()));
    }

    /** Does nothing when there is no such file. */
    void open(final String path) {
        values.apply(path).flatMap(this::resolved).filter(Files::exists).ifPresent(opener::open);
    }

    private Optional<String> ask(final Shell shell, final boolean folder, final Optional<Path> start) {
        final Path base = file.get().orElseThrow().getParent();
        final Path from = start.filter(Files::exists).orElse(base);
        final String chosen;
        if (folder) {
            final DirectoryDialog dialog = new DirectoryDialog(shell);
            dialog.setFilterPath(from.toString());
            chosen = dialog.open();
        } else {
            final FileDialog dialog = new FileDialog(shell, SWT.OPEN);
            dialog.setFilterPath((Files.isDirectory(from) ? from : from.getParent()).toString());
            chosen = dialog.open();
        }
        return Optional.ofNullable(chosen).map(Path::of).map(path -> written(base, path));
    }

    /** With slashes, which work everywhere; what lies elsewhere keeps its whole path. */
    static String written(final Path folder, final Path chosen) {
        if (!chosen.startsWith(folder)) {
            return chosen.toString();
        }
        final String relative = folder.relativize(chosen).toString();
        return relative.isEmpty() ? "." : relative.replace(chosen.getFileSystem().getSeparator(), "/");
    }

    private Optional<Path> resolved(final String written) {
        return file.get().flatMap(configuration -> NamedPlaces.at(configuration, written));
    }
}
