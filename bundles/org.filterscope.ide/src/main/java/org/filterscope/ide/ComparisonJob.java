package org.filterscope.ide;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.ComparisonRequest;
import org.filterscope.core.protocol.ComparisonResult;
import org.filterscope.ide.worker.Worker;

/** Has the worker compare reports. */
public final class ComparisonJob extends AttendedJob {
    private final List<Path> reports;
    private final Path out;
    private final Worker worker;
    private volatile Optional<Path> comparison = Optional.empty();

    /** @param out where the comparison goes; one that lies there is replaced */
    ComparisonJob(final List<Path> reports, final Path out, final Worker worker) {
        super(NLS.bind(Messages.ComparisonJob_name, reports.size()), worker, Problem.COMPARISON_FAILED, Messages.ComparisonJob_failed);
        this.reports = List.copyOf(reports);
        this.out = out;
        this.worker = worker;
    }

    /** The comparison's directory; empty until the job has ended well. */
    public Optional<Path> comparison() {
        return comparison;
    }

    @Override
    IStatus attend(final StageProgress progress) throws CoreException, ExecutionException, InterruptedException {
        final ComparisonRequest request = new ComparisonRequest(UUID.randomUUID().toString(), reports.stream().map(Path::toString).toList(),
                out.toString());
        final ComparisonResult result = new AttendedRun<>(worker, () -> worker.compare(request, progress::report), progress).await();
        comparison = Optional.of(Path.of(result.comparison()));
        return new Status(IStatus.OK, "org.filterscope.ide", result.summary());
    }
}
