package org.filterscope.ide;

import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.trace.InvalidTraceException;

/**
 * A question about one picture. Cancelling asks the worker first and kills it when it does not obey; the next question gets another worker.
 *
 * @param <T> what is answered
 */
public final class PictureJob<T> extends Job {
    private final Tracing tracing;
    private final Tracing.Subject subject;
    private final Question<T> question;
    private volatile Optional<T> answer = Optional.empty();
    private volatile Optional<IStatus> failure = Optional.empty();

    /** Asks the worker and waits. */
    @FunctionalInterface
    interface Question<T> {
        T ask(StageProgress progress) throws CoreException, ExecutionException, InterruptedException, InvalidTraceException;
    }

    PictureJob(final String name, final Tracing tracing, final Tracing.Subject subject, final Question<T> question) {
        super(name);
        this.tracing = tracing;
        this.subject = subject;
        this.question = question;
        setPriority(SHORT);
        setRule(new TurnRule(tracing));
    }

    /** Empty until the job has ended well. */
    public Optional<T> answer() {
        return answer;
    }

    /** Why there is no answer, in a sentence for the user; empty while the job runs, when it has ended well and when it was cancelled. */
    public Optional<IStatus> failure() {
        return failure;
    }

    @Override
    public boolean belongsTo(final Object family) {
        return family == tracing;
    }

    /** Never fails, as far as the workbench knows, which would tell the failure in a dialog: whoever asked tells it in place of the answer. */
    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        if (monitor.isCanceled()) {
            return Status.CANCEL_STATUS;
        }
        try {
            answer = Optional.of(question.ask(new StageProgress(monitor, Messages.PictureJob_starting)));
            return Status.OK_STATUS;
        } catch (final CoreException e) {
            return failed(monitor, e.getStatus());
        } catch (final ExecutionException e) {
            return failed(monitor, new RunFailure(e.getCause()).status(Problem.TRACE_FAILED, this::sentence));
        } catch (final InvalidTraceException e) {
            return failed(monitor, Problem.TRACE_FAILED.status(sentence(e.getMessage()), e));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
    }

    private IStatus failed(final IProgressMonitor monitor, final IStatus reason) {
        if (monitor.isCanceled() || reason.getSeverity() == IStatus.CANCEL) {
            return Status.CANCEL_STATUS;
        }
        if (reason.getCode() != Problem.INVALID_INPUT.code()) {
            ILog.of(PictureJob.class).log(reason);
        }
        failure = Optional.of(reason);
        return Status.OK_STATUS;
    }

    private String sentence(final String reason) {
        return NLS.bind(Messages.PictureJob_failed, new Object[] {subject.picture().getFileName(), reason, tracing.log()});
    }

    /** Questions of one worker take turns. */
    private record TurnRule(Tracing tracing) implements ISchedulingRule {

        @Override
        public boolean contains(final ISchedulingRule rule) {
            return equals(rule);
        }

        @Override
        public boolean isConflicting(final ISchedulingRule rule) {
            return equals(rule);
        }
    }
}
