package org.filterscope.ide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.gate.Accuracy;
import org.filterscope.core.gate.Assessment;
import org.filterscope.core.gate.GateResult;
import org.filterscope.core.protocol.ProgressReport;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.Report;
import org.filterscope.ide.RunLink.FileLine;
import org.filterscope.ide.RunLink.FindingOfReport;
import org.filterscope.ide.RunLink.LayerOfReport;
import org.filterscope.ide.RunLink.Target;
import org.filterscope.ide.RunLink.WholeReport;

/** Tells a run in lines: its stages as they come, then what it came to. */
final class RunTranscript {
    private static final Pattern PLACE = Pattern.compile("^(.+?\\.filterscope):(\\d{1,9}): ");

    private final RunLog log;
    private String stage = "";

    RunTranscript(final RunLog log) {
        this.log = log;
    }

    void begin(final Path configuration) {
        said(NLS.bind(Messages.RunTranscript_begin, configuration), configuration.toString(), new FileLine(configuration, 0));
    }

    /** Each stage is told once, when it begins. */
    synchronized void progress(final ProgressReport report) {
        if (!report.task().equals(stage)) {
            stage = report.task();
            log.say(report.total() <= 0 ? stage : NLS.bind(Messages.RunTranscript_stage, stage, report.total()), Optional.empty(), false);
        }
    }

    void worker(final String line) {
        log.say(line, Optional.empty(), true);
    }

    void stopping() {
        log.say(Messages.AttendedRun_stopping, Optional.empty(), false);
    }

    void cancelled() {
        log.say(Messages.RunTranscript_cancelled, Optional.empty(), true);
    }

    /**
     * A message that begins with a place in a configuration leads there, one that names the worker's log to the log.
     *
     * @param workerLog where it is
     */
    void failed(final String message, final Path workerLog) {
        message.lines().forEach(line -> log.say(line, place(line).or(() -> line.contains(workerLog.toString())
                ? Optional.of(RunLink.at(line, workerLog.toString(), new FileLine(workerLog, 0))) : Optional.empty()), true));
    }

    private static Optional<RunLink> place(final String line) {
        final Matcher place = PLACE.matcher(line);
        return place.find() ? Optional.of(new RunLink(0, place.end(2), new FileLine(Path.of(place.group(1)), Integer.parseInt(place.group(2)))))
                : Optional.empty();
    }

    /** @param summary what the worker says of it */
    void finished(final Path directory, final String summary) {
        log.say(summary, Optional.empty(), false);
        try {
            final Report report = Report.open(directory);
            for (final LayerRow layer : report.layers()) {
                if (report.manifest().layers().contains(layer.layer())) {
                    said(NLS.bind(Messages.RunTranscript_layer, new Object[] {layer.layer(), layer.channels(), layer.rows(), layer.cols()}),
                            layer.layer(),
                            new LayerOfReport(directory, layer.layer()));
                }
            }
            for (final Finding finding : report.findings().map(Findings::findings).orElse(List.of())) {
                said(NLS.bind(Messages.RunTranscript_finding, finding.severity().key(), finding.text()), finding.text(),
                        new FindingOfReport(directory, finding.id()));
            }
            // Last, where it is in sight.
            answers(report);
        } catch (final InvalidInputException e) {
            log.say(e.getMessage(), Optional.empty(), true);
        }
        said(NLS.bind(Messages.RunTranscript_report, directory), directory.toString(), new WholeReport(directory));
    }

    private void answers(final Report report) throws InvalidInputException {
        if (!Files.exists(report.files().predictions())) {
            return;
        }
        final Accuracy accuracy = Accuracy.of(report);
        if (accuracy.isKnown()) {
            final Accuracy.Count all = accuracy.overall();
            log.say(NLS.bind(Messages.RunTranscript_right, new Object[] {all.right(), all.pictures(), Math.round(100 * all.share())}),
                    Optional.empty(), false);
            final int outputs = Math.max(report.manifest().outputs().size(), accuracy.classes().size());
            if (outputs > 1 && isGuessed(all, 1.0 / outputs)) {
                log.say(Messages.RunTranscript_guessed, Optional.empty(), true);
            }
        }
    }

    /** Not more right answers than mean and standard deviation of a binomial distribution together: five of six guessing networks stay below. */
    private static boolean isGuessed(final Accuracy.Count all, final double chance) {
        final double mean = all.pictures() * chance;
        return all.right() <= mean + Math.sqrt(mean * (1 - chance));
    }

    void assessed(final Assessment assessment) {
        assessment.notes().forEach(note -> log.say(NLS.bind(Messages.RunTranscript_note, note), Optional.empty(), false));
        for (final GateResult gate : assessment.gates()) {
            log.say(NLS.bind(gate.passed() ? Messages.RunTranscript_gateHolds : Messages.RunTranscript_gateFails, gate.sentence()), Optional.empty(),
                    !gate.passed());
        }
        final long failed = assessment.gates().stream().filter(gate -> !gate.passed()).count();
        log.say(failed == 0 ? NLS.bind(Messages.RunTranscript_gatesHold, assessment.gates().size())
                : NLS.bind(Messages.RunTranscript_gatesFailed, failed, assessment.gates().size()), Optional.empty(), failed > 0);
    }

    private void said(final String line, final String part, final Target target) {
        log.say(line, Optional.of(RunLink.at(line, part, target)), false);
    }
}
