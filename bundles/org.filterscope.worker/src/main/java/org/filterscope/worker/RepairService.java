package org.filterscope.worker;

import java.nio.file.Path;
import java.util.List;

import org.filterscope.analysis.run.ConfusedPicture;
import org.filterscope.analysis.run.ConfusedPictures;
import org.filterscope.analysis.run.FixRequest;
import org.filterscope.analysis.run.FixResult;
import org.filterscope.analysis.run.ModelFix;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.protocol.ExportRequest;
import org.filterscope.core.protocol.ExportResult;
import org.filterscope.core.protocol.RepairRequest;
import org.filterscope.core.protocol.RepairResult;
import org.filterscope.engine.execution.ExecutorLoader;

/** What the worker does about findings, see {@link org.filterscope.core.protocol.RepairWorker}. */
final class RepairService {

    private RepairService() {
    }

    static RepairResult repair(final RepairRequest request, final ExecutorLoader loader, final Progress progress) throws Exception {
        final DiagnosisConfiguration configuration = configuration(request.configuration());
        final List<FixRequest.Filter> filters = request.filters().stream()
                .map(filter -> new FixRequest.Filter(filter.layer(), filter.channel(), filter.mean())).toList();
        final FixResult result = new ModelFix(loader, configuration)
                .run(new FixRequest(filters, request.lastLayer(), request.classes(), !request.withoutFindings()), Path.of(request.out()), progress);
        return new RepairResult(result.file().toString(), String.join("\n", new FixText(result).lines()));
    }

    static ExportResult export(final ExportRequest request, final ExecutorLoader loader, final Progress progress) throws Exception {
        final List<ConfusedPicture> copied = new ConfusedPictures(loader, configuration(request.configuration()))
                .copy(request.shown(), request.taken(), Path.of(request.folder()), progress);
        return new ExportResult(request.folder(), copied.size());
    }

    private static DiagnosisConfiguration configuration(final String file) throws Exception {
        return new ConfigurationReader().read(Path.of(file));
    }
}
