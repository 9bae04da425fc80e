package org.filterscope.ui.launch;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.filterscope.ide.launch.DiagnosisLaunches;
import org.filterscope.ui.diagnosis.ConfigurationChooser;
import org.filterscope.ui.diagnosis.DiagnosisStarter;

/** Run As, Model Diagnosis: on a configuration, a model or a folder of pictures. */
public final class DiagnosisShortcut implements ILaunchShortcut2 {

    @Override
    public void launch(final ISelection selection, final String mode) {
        selected(selection).ifPresent(DiagnosisShortcut::launch);
    }

    @Override
    public void launch(final IEditorPart editor, final String mode) {
        edited(editor).ifPresent(DiagnosisShortcut::launch);
    }

    private static void launch(final IResource resource) {
        final IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null) {
            return;
        }
        switch (resource) {
            case final IFile file when ConfigurationChooser.isConfiguration(file) -> new DiagnosisStarter(window).start(file);
            case final IFile file -> new ConfigurationMaker(window).startModel(file);
            case final IContainer folder -> new ConfigurationMaker(window).startPictures(folder);
            default -> throw new IllegalArgumentException("neither a file nor a folder: " + resource);
        }
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(final ISelection selection) {
        return launches(selected(selection));
    }

    @Override
    public ILaunchConfiguration[] getLaunchConfigurations(final IEditorPart editor) {
        return launches(edited(editor));
    }

    /** None for a model or a folder: which configuration is meant is found out when they are launched. */
    private static ILaunchConfiguration[] launches(final Optional<IResource> resource) {
        try {
            final List<ILaunchConfiguration> launches = resource.isPresent() && resource.get() instanceof final IFile file
                    && ConfigurationChooser.isConfiguration(file) ? new DiagnosisLaunches(DebugPlugin.getDefault().getLaunchManager()).of(file)
                    : List.of();
            return launches.toArray(ILaunchConfiguration[]::new);
        } catch (final CoreException e) {
            ILog.of(DiagnosisShortcut.class).log(e.getStatus());
            return new ILaunchConfiguration[0];
        }
    }

    @Override
    public IResource getLaunchableResource(final ISelection selection) {
        return selected(selection).orElse(null);
    }

    @Override
    public IResource getLaunchableResource(final IEditorPart editor) {
        return edited(editor).orElse(null);
    }

    private static Optional<IResource> selected(final ISelection selection) {
        return selection instanceof final IStructuredSelection elements && elements.size() == 1
                ? Optional.ofNullable(Adapters.adapt(elements.getFirstElement(), IResource.class)) : Optional.empty();
    }

    private static Optional<IResource> edited(final IEditorPart editor) {
        return Optional.ofNullable(Adapters.adapt(editor.getEditorInput(), IFile.class));
    }
}
