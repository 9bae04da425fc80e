package org.filterscope.ui.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.ide.IDE;
import org.filterscope.core.configuration.ConfigurationText;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.InspectionJob;
import org.filterscope.ui.diagnosis.ConfigurationChooser;
import org.filterscope.ui.diagnosis.DiagnosisStarter;
import org.filterscope.ui.display.UiThread;

/**
 * Gets from a model, or a folder of pictures, to a diagnosis: by the configuration beside it that names it, or by a new one, which is opened.
 * Belongs to the UI thread; the model is inspected in the background.
 */
final class ConfigurationMaker {
    private final IWorkbenchWindow window;

    ConfigurationMaker(final IWorkbenchWindow window) {
        this.window = window;
    }

    /** @param model a file that is on a local disk */
    void startModel(final IFile model) {
        start(model, Optional.empty());
    }

    /** @param pictures a folder whose neighbour is a model */
    void startPictures(final IContainer pictures) {
        final Optional<IFile> model = choose(models(pictures));
        if (model.isPresent()) {
            start(model.get(), Optional.ofNullable(pictures.getLocation()).map(IPath::toPath));
        }
    }

    /** Those beside the folder, or else in its project. */
    private static List<IFile> models(final IContainer pictures) {
        final List<IFile> beside = models(pictures.getParent(), pictures);
        return beside.isEmpty() && pictures.getProject() != null ? models(pictures.getProject(), pictures) : beside;
    }

    private static List<IFile> models(final IContainer folder, final IContainer pictures) {
        return folder == null || folder.getLocation() == null || folder.getType() == IResource.ROOT ? List.of()
                : new DataGuess(folder.getLocation().toPath()).models().stream()
                        .map(file -> folder.getFile(IPath.fromOSString(file.getFileName().toString()))).filter(file -> !file.equals(pictures))
                        .toList();
    }

    private Optional<IFile> choose(final List<IFile> models) {
        if (models.isEmpty()) {
            MessageDialog.openInformation(window.getShell(), Messages.NewConfigurationDialog_window, Messages.ConfigurationMaker_noModel);
            return Optional.empty();
        }
        if (models.size() == 1) {
            return Optional.of(models.getFirst());
        }
        final ElementListSelectionDialog dialog = new ElementListSelectionDialog(window.getShell(),
                LabelProvider.createTextProvider(file -> ((IFile) file).getName()));
        dialog.setTitle(Messages.NewConfigurationDialog_window);
        dialog.setMessage(Messages.ConfigurationMaker_chooseModel);
        dialog.setElements(models.toArray());
        dialog.setMultipleSelection(false);
        return dialog.open() == Window.OK ? Optional.of((IFile) dialog.getFirstResult()) : Optional.empty();
    }

    private void start(final IFile model, final Optional<Path> pictures) {
        final Optional<IFile> known = known(model, pictures);
        if (known.isPresent()) {
            new DiagnosisStarter(window).start(known.get());
            return;
        }
        if (model.getLocation() == null) {
            MessageDialog.openInformation(window.getShell(), Messages.NewConfigurationDialog_window,
                    NLS.bind(Messages.ConfigurationMaker_remote, model.getFullPath()));
            return;
        }
        final UiThread thread = new UiThread(window.getWorkbench().getDisplay());
        final Path file = model.getLocation().toPath();
        final InspectionJob job = window.getWorkbench().getService(Diagnoses.class).prepareInspection(file, Optional.empty());
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(final IJobChangeEvent event) {
                job.failure().ifPresent(failure -> thread.later(() -> refuse(failure)));
                if (job.inspected().isPresent()) {
                    final InspectedModel inspected = InspectedModel.of(file, job.inspected().orElseThrow(), pictures);
                    thread.later(() -> ask(model, inspected));
                }
            }
        });
        job.schedule();
    }

    private void refuse(final IStatus failure) {
        if (window.getShell() != null) {
            ErrorDialog.openError(window.getShell(), Messages.NewConfigurationDialog_window, null, failure);
        }
    }

    /** A configuration in the model's folder that names the model, and the pictures if they were asked for. */
    private static Optional<IFile> known(final IFile model, final Optional<Path> pictures) {
        try {
            for (final IResource member : model.getParent().members()) {
                if (member instanceof final IFile file && ConfigurationChooser.isConfiguration(file) && file.getLocation() != null
                        && names(file, model, pictures)) {
                    return Optional.of(file);
                }
            }
        } catch (final CoreException e) {
            // A folder that is gone by now holds no configuration.
        }
        return Optional.empty();
    }

    private static boolean names(final IFile configuration, final IFile model, final Optional<Path> pictures) throws CoreException {
        try {
            final ConfigurationText text = ConfigurationText.parse(new ConfigurationBuffer(configuration).read());
            final Path file = configuration.getLocation().toPath();
            return text.get("model").map(name -> file.resolveSibling(name).normalize()).equals(Optional.of(model.getLocation().toPath()))
                    && (pictures.isEmpty() || text.get("images.folder").map(name -> file.resolveSibling(name).normalize()).equals(pictures));
        } catch (final InvalidConfigurationException e) {
            return false;
        }
    }

    private void ask(final IFile model, final InspectedModel inspected) {
        if (window.getShell() == null) {
            return;
        }
        final NewConfigurationDialog dialog = new NewConfigurationDialog(window.getShell(), inspected, inspected.model().getParent(),
                Messages.NewConfigurationDialog_run);
        if (dialog.open() == Window.OK) {
            dialog.answer().ifPresent(answer -> write(model.getParent(), answer));
        }
    }

    private void write(final IContainer folder, final NewConfiguration answer) {
        try {
            final IFile file = free(folder, answer.name());
            file.create(answer.text().getBytes(StandardCharsets.UTF_8), false, false, null);
            IDE.openEditor(window.getActivePage(), file);
            new DiagnosisStarter(window).start(file);
        } catch (final CoreException e) {
            ErrorDialog.openError(window.getShell(), Messages.NewConfigurationDialog_window, null, e.getStatus());
        }
    }

    private static IFile free(final IContainer folder, final String name) {
        final String stem = name.substring(0, name.lastIndexOf('.'));
        IFile file = folder.getFile(IPath.fromOSString(name));
        for (int number = 2; file.exists(); number++) {
            file = folder.getFile(IPath.fromOSString(stem + "-" + number + name.substring(stem.length())));
        }
        return file;
    }
}
