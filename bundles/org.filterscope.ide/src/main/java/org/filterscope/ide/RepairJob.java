package org.filterscope.ide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.protocol.RepairRequest;
import org.filterscope.core.protocol.RepairRequest.SilencedFilter;
import org.filterscope.core.protocol.RepairResult;
import org.filterscope.core.report.Report;
import org.filterscope.ide.worker.Worker;

/**
 * Has the worker write a copy of a model in which something was done about a finding. The original stays.
 * The job's result tells what became of the classes and of the findings.
 */
public final class RepairJob extends AttendedJob {
    private final FindingMarker marker;
    private final Fix.Kind kind;
    private final Worker worker;
    private final Path target;
    private volatile Optional<Path> copy = Optional.empty();

    /**
     * @param kind   {@link Fix.Kind#MUTE}, {@link Fix.Kind#MEAN} or {@link Fix.Kind#REPAIR}
     * @param target absolute path of the copy; whether it is free is found out once more when the job runs
     */
    RepairJob(final FindingMarker marker, final Fix.Kind kind, final Path target, final Worker worker) {
        super(Messages.RepairJob_name, worker, Problem.REPAIR_FAILED, Messages.RepairJob_failed);
        this.marker = marker;
        this.kind = kind;
        this.target = target;
        this.worker = worker;
    }

    /** The mended model; empty until the job has ended well. */
    public Optional<Path> copy() {
        return copy;
    }

    @Override
    IStatus attend(final StageProgress progress) throws CoreException, ExecutionException, InterruptedException, InvalidInputException {
        final RepairRequest request = request();
        final RepairResult result = new AttendedRun<>(worker, () -> worker.repair(request, progress::report), progress).await();
        final Path written = Path.of(result.model());
        RefreshJob.scheduleFile(written);
        copy = Optional.of(written);
        return new Status(IStatus.OK, "org.filterscope.ide", result.summary());
    }

    private RepairRequest request() throws InvalidInputException {
        final Report report = Report.open(marker.report());
        final Optional<Findings> findings = report.findings();
        final Finding finding = findings.flatMap(found -> found.withId(marker.finding()))
                .orElseThrow(() -> new InvalidInputException(NLS.bind(Messages.RepairJob_gone, marker.report())));
        final Path model = new ConfigurationReader().read(marker.configuration()).model();
        new DiagnosedModel(report).check(model);
        if (Files.exists(target)) {
            throw new InvalidInputException(NLS.bind(Messages.MendedCopy_exists, target));
        }
        final boolean lastLayer = kind == Fix.Kind.REPAIR;
        final List<SilencedFilter> filters = lastLayer ? List.of() : finding.filters().stream()
                .map(filter -> new SilencedFilter(filter.layer(), filter.channel(), kind == Fix.Kind.MEAN)).toList();
        return new RepairRequest(UUID.randomUUID().toString(), marker.configuration().toString(), target.toString(), filters, lastLayer,
                lastLayer ? finding.classes() : List.of(), false);
    }
}
