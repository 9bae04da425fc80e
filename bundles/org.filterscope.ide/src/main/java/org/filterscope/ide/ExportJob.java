package org.filterscope.ide;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.protocol.ExportRequest;
import org.filterscope.core.protocol.ExportResult;
import org.filterscope.core.report.Report;
import org.filterscope.ide.worker.Worker;

/** Has the worker copy the pictures of one class that are taken for another into a folder, to look at their labels or to collect more of them. */
public final class ExportJob extends AttendedJob {
    private final FindingMarker marker;
    private final Path folder;
    private final Worker worker;

    /** @param folder that they go to; it must not exist */
    ExportJob(final FindingMarker marker, final Path folder, final Worker worker) {
        super(NLS.bind(Messages.ExportJob_name, folder), worker, Problem.EXPORT_FAILED, Messages.ExportJob_failed);
        this.marker = marker;
        this.folder = folder;
        this.worker = worker;
    }

    @Override
    IStatus attend(final StageProgress progress) throws CoreException, ExecutionException, InterruptedException, InvalidInputException {
        final List<String> classes = Report.open(marker.report()).findings().flatMap(found -> found.withId(marker.finding()))
                .map(Finding::classes).filter(names -> names.size() == 2)
                .orElseThrow(() -> new InvalidInputException(NLS.bind(Messages.RepairJob_gone, marker.report())));
        final ExportRequest request = new ExportRequest(UUID.randomUUID().toString(), marker.configuration().toString(), folder.toString(),
                classes.get(0), classes.get(1));
        final ExportResult result = new AttendedRun<>(worker, () -> worker.export(request, progress::report), progress).await();
        RefreshJob.schedule(folder);
        return new Status(IStatus.OK, "org.filterscope.ide", NLS.bind(Messages.ExportJob_done, result.pictures(), result.folder()));
    }
}
