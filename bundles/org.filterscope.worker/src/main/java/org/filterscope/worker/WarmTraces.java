package org.filterscope.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.analysis.attribution.HeatMap;
import org.filterscope.analysis.contribution.MeasuredHeat;
import org.filterscope.analysis.contribution.NamedMethod;
import org.filterscope.analysis.run.TraceSession;
import org.filterscope.analysis.run.TraceSession.PositionValues;
import org.filterscope.analysis.run.TraceSession.Silenced;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.names.NamesFile;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.protocol.AblationRequest;
import org.filterscope.core.protocol.AblationResult;
import org.filterscope.core.protocol.HeatRequest;
import org.filterscope.core.protocol.HeatResult;
import org.filterscope.core.protocol.TraceRequest;
import org.filterscope.core.protocol.TraceResult;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.trace.TraceFile;
import org.filterscope.core.trace.TracedClass;
import org.filterscope.engine.execution.ExecutorLoader;

/**
 * Answers questions about single pictures from a session that stays open between them, as long as configuration, model, report and names are the
 * same. For one thread.
 */
final class WarmTraces implements AutoCloseable {
    private static final double NANOSECONDS = 1e9;

    private final ExecutorLoader loader;
    private TraceSession session;
    private State open;

    WarmTraces(final ExecutorLoader loader) {
        this.loader = loader;
    }

    /** All that an open session was made of. */
    private record State(Path file, String text, List<String> stamps) {

        static State of(final DiagnosisConfiguration configuration) {
            final List<Path> files = new ArrayList<>(List.of(configuration.model(), new ReportFiles(configuration.output()).manifest(),
                    NamesFile.beside(configuration.file()).file()));
            configuration.labels().ifPresent(files::add);
            return new State(configuration.file(), configuration.text(), files.stream().map(State::stamp).toList());
        }

        private static String stamp(final Path file) {
            try {
                return "%s %d %s".formatted(file, Files.size(file), Files.getLastModifiedTime(file));
            } catch (final IOException e) {
                // It is not there, or whoever needs it will say why it cannot be read.
                return file.toString();
            }
        }
    }

    TraceResult trace(final TraceRequest request, final Progress progress) throws InvalidInputException {
        progress.begin("Tracing " + Path.of(request.picture()).getFileName(), 0, 1);
        return new TraceResult(TraceFile.text(session(request.configuration()).trace(Path.of(request.picture()), request.output(),
                request.layers() == null ? List.of() : request.layers(), request.quick(), progress)));
    }

    HeatResult heat(final HeatRequest request, final Progress progress) throws InvalidInputException {
        final TraceSession with = session(request.configuration());
        final Path picture = Path.of(request.picture());
        final int output = request.output();
        final long begun = System.nanoTime();
        if (request.method().equals(HeatRequest.ACTIVATION)) {
            return values(with.activation(picture, output, request.layer(), request.filter(), request.pattern(), progress), "activation", begun);
        }
        if (request.method().equals(HeatRequest.CONTRIBUTION)) {
            return values(with.contribution(picture, output, request.layer(), request.filter(), request.pattern(), progress), "signed", begun);
        }
        final MeasuredHeat measured = with.heat(picture, output, NamedMethod.of(request.method()), orEmpty(request.layer()), progress);
        final HeatMap heat = measured.heat();
        return HeatResult.of(heat.rows(), heat.cols(), heat.values(), heat.sign().key(), heat.cost().forward(), heat.cost().backward(),
                measured.seconds());
    }

    private static HeatResult values(final PositionValues found, final String sign, final long begun) {
        return HeatResult.of(found.rows(), found.cols(), found.values(), sign, 0, 0, seconds(begun));
    }

    AblationResult ablate(final AblationRequest request) throws InvalidInputException {
        final boolean mean = AblationRequest.MEAN.equals(request.amount());
        if (!mean && !AblationRequest.ZERO.equals(request.amount())) {
            throw new InvalidInputException("filters are silenced with 'zero' or 'mean', not '%s'".formatted(request.amount()));
        }
        final TraceSession with = session(request.configuration());
        final long begun = System.nanoTime();
        final Silenced silenced = with.silence(Path.of(request.picture()), request.layer(), request.filters(), mean);
        return new AblationResult(silenced.before().stream().map(TracedClass::name).toList(), values(silenced.before()), values(silenced.after()),
                logits(silenced.before()), logits(silenced.after()), silenced.before().getFirst().probability().isPresent(), seconds(begun));
    }

    private static List<Double> values(final List<TracedClass> classes) {
        return classes.stream().map(outcome -> outcome.probability().orElse(outcome.logit())).toList();
    }

    private static List<Double> logits(final List<TracedClass> classes) {
        return classes.stream().map(TracedClass::logit).toList();
    }

    private static double seconds(final long begun) {
        return (System.nanoTime() - begun) / NANOSECONDS;
    }

    private static String orEmpty(final String text) {
        return text == null ? "" : text;
    }

    private TraceSession session(final String file) throws InvalidInputException {
        final DiagnosisConfiguration configuration = new ConfigurationReader().read(Path.of(file));
        final State wanted = State.of(configuration);
        if (session == null || !wanted.equals(open)) {
            close();
            session = TraceSession.open(loader, configuration);
            open = wanted;
        }
        return session;
    }

    /** Gives the memory back; the next question opens another session. */
    @Override
    public void close() {
        if (session != null) {
            session.close();
            session = null;
            open = null;
        }
    }
}
