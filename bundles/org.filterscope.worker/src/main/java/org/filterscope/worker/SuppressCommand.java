package org.filterscope.worker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.report.Report;
import org.filterscope.core.suppression.AppliedSuppressions;
import org.filterscope.core.suppression.Suppression;
import org.filterscope.core.suppression.SuppressionsFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope suppress CONFIG FINDING}. */
@Command(name = "suppress", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Writes down that a finding is known and does not count for gates, and why.")
@Manual(examples = {
        @ManualEntry(term = "filterscope suppress landuse.filterscope 3f2a90c1d4e7 --reason \"pruned in May\"",
                text = "that finding does not count any more"),
        @ManualEntry(term = "filterscope suppress landuse.filterscope 3f2a90c1d4e7 --reason spare --filters",
                text = "nor any of its kind about the same filters")}, files = {
        @ManualEntry(term = "*.filterscope", text = "the configuration"),
        @ManualEntry(term = "*.suppressions.csv", text = "beside it; a line is added"),
        @ManualEntry(term = "report folder", text = "what a run has written: the configuration's 'output'")})
final class SuppressCommand implements Callable<Integer> {
    private static final int MOST_NAMED = 12;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CONFIG", description = "The configuration, a *.filterscope file; suppressions lie beside it in *.suppressions.csv.")
    private Path configuration;

    @Parameters(paramLabel = "FINDING", description = "The finding's id, as in the report.")
    private String id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why it does not count.")
    private String reason;

    @Option(names = "--expires", paramLabel = "DATE", description = "The last day on which it does not count, like 2027-01-31; by default for ever.")
    private LocalDate expires;

    @Option(names = "--who", paramLabel = "NAME", defaultValue = "", description = "Who has decided that.")
    private String who;

    @Option(names = "--filters", description = "Suppresses the finding's kind for its filters, whatever else is found about them.")
    private boolean filters;

    @Override
    public Integer call() throws Exception {
        final DiagnosisConfiguration read = new ConfigurationReader().read(configuration);
        final LocalDate today = LocalDate.now();
        final SuppressionsFile file = SuppressionsFile.beside(read.file());
        final Report report = Report.open(read.output());
        final Findings findings = report.findings()
                .orElseThrow(() -> new InvalidInputException("%s: this run did not look for flaws".formatted(report.directory())));
        final Finding finding = findings.withId(id).orElseThrow(
                () -> new InvalidInputException("%s: there is no finding '%s'; %s".formatted(report.directory(), id, choice(findings))));
        final Optional<Suppression> before = AppliedSuppressions.of(file.read(), file.file(), findings, today).of(finding);
        if (before.isPresent()) {
            throw new InvalidInputException("%s:%d: suppresses this finding already: %s".formatted(file.file(), before.get().line(),
                    before.get().reason()));
        }
        if (reason.isBlank()) {
            throw new InvalidInputException("--reason is empty: why does the finding not count?");
        }
        if (expires != null && expires.isBefore(today)) {
            throw new InvalidInputException("--expires %s is past".formatted(expires));
        }
        file.add(filters ? ofFilters(finding, today) : List.of(Suppression.of(finding, reason, Optional.ofNullable(expires), who, today.toString())));
        final PrintWriter out = spec.commandLine().getOut();
        out.println("suppressed%s: %s".formatted(expires == null ? "" : " until " + expires, finding.text()));
        out.println(file.file());
        out.flush();
        return ExitCode.SUCCESS.value();
    }

    private List<Suppression> ofFilters(final Finding finding, final LocalDate today) throws InvalidInputException {
        if (finding.filters().isEmpty() || finding.filters().stream().anyMatch(filter -> filter.fingerprint().isEmpty())) {
            throw new InvalidInputException(
                    "finding %s: names no filters with weights of their own to tell them by; leave --filters out".formatted(id));
        }
        return finding.filters().stream().map(SuspectFilter::fingerprint).distinct()
                .map(fingerprint -> Suppression.of(finding.kind(), fingerprint, reason, Optional.ofNullable(expires), who, today.toString()))
                .toList();
    }

    private static String choice(final Findings findings) {
        return findings.findings().isEmpty() ? "it has none"
                : "it has " + String.join(", ", findings.findings().stream().limit(MOST_NAMED).map(Finding::id).toList())
                        + (findings.findings().size() > MOST_NAMED ? ", …" : "");
    }
}
