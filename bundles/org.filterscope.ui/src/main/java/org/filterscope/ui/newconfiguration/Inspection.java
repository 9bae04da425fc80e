package org.filterscope.ui.newconfiguration;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.operation.IRunnableWithProgress;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.InspectionJob;
import org.filterscope.ui.launch.InspectedModel;

/** Finds out what a model is like, in the background of the dialog. */
final class Inspection implements IRunnableWithProgress {
    private final Diagnoses diagnoses;
    private final Path model;
    private final Path pictures;
    private volatile Optional<InspectedModel> found = Optional.empty();

    Inspection(final Diagnoses diagnoses, final Path model, final Path pictures) {
        this.diagnoses = diagnoses;
        this.model = model;
        this.pictures = pictures;
    }

    /** @throws InvocationTargetException with what says why the model cannot be used */
    @Override
    public void run(final IProgressMonitor monitor) throws InvocationTargetException, InterruptedException {
        final InspectionJob job = diagnoses.prepareInspection(model, Optional.empty());
        monitor.beginTask(job.getName(), IProgressMonitor.UNKNOWN);
        job.schedule();
        try {
            job.join(0, monitor);
        } catch (final OperationCanceledException e) {
            job.cancel();
            throw new InterruptedException();
        }
        final Optional<IStatus> failure = job.failure();
        if (failure.isPresent()) {
            throw new InvocationTargetException(new CoreException(failure.get()));
        }
        if (job.inspected().isEmpty()) {
            throw new InterruptedException();
        }
        found = Optional.of(InspectedModel.of(model, job.inspected().get(), Optional.of(pictures)));
    }

    /** Empty until the model was inspected. */
    Optional<InspectedModel> found() {
        return found;
    }
}
