package org.filterscope.ide;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.AblationRequest;
import org.filterscope.core.protocol.AblationResult;
import org.filterscope.core.protocol.HeatRequest;
import org.filterscope.core.protocol.HeatResult;
import org.filterscope.core.protocol.ProgressReport;
import org.filterscope.core.protocol.TraceRequest;
import org.filterscope.core.trace.ContributionTrace;
import org.filterscope.core.trace.TraceFile;
import org.filterscope.ide.worker.RunListener;
import org.filterscope.ide.worker.Worker;

/**
 * Asks about single pictures. It has a worker of its own, whose process starts with the first question: a diagnosis takes minutes, and who
 * silences a filter wants to see at once what becomes of the prediction. Cancelling a question that does not obey never costs a diagnosis either.
 *
 * <p>All methods may be called from any thread and return at once; the caller schedules the job. Jobs take turns, as the worker does, so that a
 * question that waits can be given up without the worker. The family of them all is this object.
 */
public final class Tracing {
    private final Worker worker;

    Tracing(final Worker worker) {
        this.worker = worker;
    }

    /**
     * What a question is about.
     *
     * @param configuration that says what the network is; a local file
     * @param picture       a local file
     */
    public record Subject(Path configuration, Path picture) {
    }

    /**
     * Why the network says what it says.
     *
     * @param output   number of the class; {@link TraceRequest#PREDICTED} for the one that the network predicts
     * @param quick    whether a linear guess is enough where contributions are not exact
     * @param listener hears of the progress on a thread of the worker's; must return quickly
     */
    public PictureJob<ContributionTrace> trace(final Subject subject, final int output, final boolean quick,
            final Consumer<ProgressReport> listener) {
        final TraceRequest request = new TraceRequest(run(), subject.configuration().toString(), subject.picture().toString(), output, List.of(),
                quick);
        return new PictureJob<>(name(Messages.Tracing_trace, subject), this, subject, progress -> TraceFile.parse(
                new AttendedRun<>(worker, () -> worker.trace(request, both(progress, listener)), progress).await().trace(), subject.picture().toString()));
    }

    /**
     * A heat map.
     *
     * @param output   as {@link HeatRequest} has it
     * @param method   as {@link HeatRequest} has it
     * @param layer    as {@link HeatRequest} has it
     * @param filter   as {@link HeatRequest} has it
     * @param pattern  as {@link HeatRequest} has it
     */
    public PictureJob<HeatResult> heat(final Subject subject, final int output, final String method, final String layer, final int filter,
            final int pattern, final Consumer<ProgressReport> listener) {
        final HeatRequest request = new HeatRequest(run(), subject.configuration().toString(), subject.picture().toString(), output, method,
                layer, filter, pattern);
        return new PictureJob<>(name(Messages.Tracing_heat, subject), this, subject,
                progress -> new AttendedRun<>(worker, () -> worker.heat(request, both(progress, listener)), progress).await());
    }

    /**
     * The prediction without some filters.
     *
     * @param filters numbers of the layer's filters
     * @param amount  as {@link AblationRequest} has it
     */
    public PictureJob<AblationResult> ablate(final Subject subject, final String layer, final List<Integer> filters, final String amount,
            final Consumer<ProgressReport> listener) {
        final AblationRequest request = new AblationRequest(run(), subject.configuration().toString(), subject.picture().toString(), layer,
                filters, amount);
        return new PictureJob<>(name(Messages.Tracing_ablate, subject), this, subject,
                progress -> new AttendedRun<>(worker, () -> worker.ablate(request, both(progress, listener)), progress).await());
    }

    Path log() {
        return worker.log();
    }

    private static RunListener both(final StageProgress progress, final Consumer<ProgressReport> listener) {
        return report -> {
            progress.report(report);
            listener.accept(report);
        };
    }

    private static String run() {
        return UUID.randomUUID().toString();
    }

    private static String name(final String words, final Subject subject) {
        return NLS.bind(words, subject.picture().getFileName());
    }
}
