package org.filterscope.worker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.comparison.ComparisonTarget;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.protocol.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope compare REPORT REPORT…}. */
@Command(name = "compare", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Compares reports of the same pictures, each with the one before it: checkpoints of a training filter by filter, "
                + "other networks layer by layer.")
@Manual(examples = {
        @ManualEntry(term = "filterscope compare epoch-1 epoch-5 epoch-20", text = "follows each filter through a training"),
        @ManualEntry(term = "filterscope compare old new --out comparison",
                text = "writes the tables")},
        files = @ManualEntry(term = "report folder", text = "what a run has written: the configuration's 'output'"))
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "REPORT", arity = "2..*", description = "The directories of the reports, in order.")
    private List<Path> reports;

    @Option(names = "--out", paramLabel = "DIR", description = "Writes the comparison's tables there.")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of what is drawn at random; ${DEFAULT-VALUE} by default.")
    private long seed;

    @Override
    public Integer call() throws Exception {
        final List<String> lines = new ArrayList<>();
        try {
            TerminalWork.run(spec.commandLine().getErr(), progress -> compare(lines, progress));
        } finally {
            // What has been computed is shown even where it cannot be written.
            final PrintWriter screen = spec.commandLine().getOut();
            lines.forEach(screen::println);
            screen.flush();
        }
        return ExitCode.SUCCESS.value();
    }

    private Comparison compare(final List<String> lines, final Progress progress) throws InvalidInputException {
        if (out == null) {
            return told(ComparedReports.compare(reports, seed, progress), lines);
        }
        try (ComparisonTarget target = ComparisonTarget.reserve(out.toAbsolutePath().normalize())) {
            final Comparison comparison = told(ComparedReports.compare(reports, seed, progress), lines);
            lines.add(target.write(comparison).toString());
            return comparison;
        }
    }

    private static Comparison told(final Comparison comparison, final List<String> lines) {
        lines.addAll(new ComparisonText(comparison).lines());
        return comparison;
    }
}
