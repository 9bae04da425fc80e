package org.filterscope.worker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

import org.filterscope.analysis.run.LocatedPart;
import org.filterscope.analysis.run.LocatedPart.Place;
import org.filterscope.analysis.run.PartLocation;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.report.TableWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope locate CONFIG}. */
@Command(name = "locate", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Finds parts of objects on all pictures from labels on a few, by the explanatory graphs of the configuration's report.")
@Manual(examples = @ManualEntry(term = "filterscope locate landuse.filterscope --labels 3 --out parts.csv",
        text = "learns from three labels a class, writes where parts are"), files = {
        @ManualEntry(term = "*.filterscope", text = "the configuration; its report has explanatory graphs"),
        @ManualEntry(term = "report folder", text = "what a run has written: the configuration's 'output'")})
final class LocateCommand implements Callable<Integer> {
    private static final List<String> HEADER = List.of("class", "part", "labels", "tested", "graph", "filters", "mean of labels");
    private static final Set<Integer> WORDS = Set.of(0, 1);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CONFIG", description = "The configuration, a *.filterscope file; its report must have explanatory graphs.")
    private Path configuration;

    @Option(names = "--parts", paramLabel = "FILE", description = "Table with the labels; instead of the configuration's 'landmarks'.")
    private Path parts;

    @Option(names = "--class", paramLabel = "NAME", description = "On pictures of that class alone.")
    private String category;

    @Option(names = "--labels", paramLabel = "N", defaultValue = "3",
            description = "Uses the labels of so many pictures a class, ${DEFAULT-VALUE} by default; the others measure the error. 0: all.")
    private int labels;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the choice of labels; ${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Writes where each part is on each picture.")
    private Path out;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        if (labels < 0) {
            throw new InvalidInputException("--labels must be 0 or more, not %d".formatted(labels));
        }
        final OutputFile file = out == null ? null : new OutputFile(out, force, ".csv");
        final DiagnosisConfiguration read = new ConfigurationReader().read(configuration);
        final PartLocation location = new PartLocation(read, parts == null ? null : parts.toAbsolutePath().normalize(), category,
                labels == 0 ? Integer.MAX_VALUE : labels, seed);
        final List<LocatedPart> found = TerminalWork.run(spec.commandLine().getErr(), location::run);
        final PrintWriter screen = spec.commandLine().getOut();
        table(found).forEach(screen::println);
        if (file != null) {
            screen.println(file.write(path -> TableWriter.write(path, List.of("picture", "landmark", "row", "col", "confidence"), places(found),
                    (table, place) -> table.write(place.picture(), place.part(), place.row(), place.col(), place.confidence()))));
        }
        screen.flush();
        return ExitCode.SUCCESS.value();
    }

    private static List<Place> places(final List<LocatedPart> found) {
        return found.stream().flatMap(part -> part.places().stream()).toList();
    }

    private static List<String> table(final List<LocatedPart> found) {
        final TextTable table = new TextTable(WORDS, HEADER);
        for (final LocatedPart part : found) {
            table.add(List.of(part.category().isEmpty() ? "-" : part.category(), part.part(), Integer.toString(part.labels()),
                    Integer.toString(part.tested()), error(part.error()), error(part.peakError()), error(part.meanError())));
        }
        final List<String> lines = new ArrayList<>(table.lines());
        lines.add("errors: mean distance on pictures whose labels were not used, as a share of the input's diagonal");
        return lines;
    }

    private static String error(final double error) {
        return Double.isNaN(error) ? "-" : String.format(Locale.ROOT, "%.3f", error);
    }
}
