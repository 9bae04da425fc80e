package org.filterscope.worker;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.filterscope.analysis.contribution.NamedMethod;
import org.filterscope.analysis.run.ComparedHeat;
import org.filterscope.analysis.run.HeatChoice;
import org.filterscope.analysis.run.HeatComparison;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ReportFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope heat CONFIG}. */
@Command(name = "heat", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Measures heat map methods on many pictures: what they cost, whether they find the objects, whether they know the network.")
@Manual(examples = {
        @ManualEntry(term = "filterscope heat landuse.filterscope", text = "measures the cheap methods on 100 pictures"),
        @ManualEntry(term = "filterscope heat landuse.filterscope --methods cam,rise --pictures 20", text = "two methods on 20 pictures")}, files = {
        @ManualEntry(term = "*.filterscope", text = "the configuration"),
        @ManualEntry(term = "report folder", text = "what a run has written: the configuration's 'output'")})
final class HeatCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CONFIG", description = "The configuration, a *.filterscope file; its masks ('concepts') tell where the objects are.")
    private Path configuration;

    @Option(names = "--methods", paramLabel = "A,B", split = ",",
            defaultValue = "cam,grad-cam,grad-cam++,guided-grad-cam,saliency,gradient-times-input,guided-backpropagation,deconvolution",
            description = "Those of 'trace --heat', or all; by default those that cost a pass or two: ${DEFAULT-VALUE}.")
    private List<String> methods;

    @Option(names = "--layer", paramLabel = "NAME", defaultValue = "",
            description = "For methods that look at a layer; else the topmost that they can look at, those of the configuration first.")
    private String layer;

    @Option(names = "--pictures", paramLabel = "N", defaultValue = "100",
            description = "At most so many, drawn evenly from the classes; ${DEFAULT-VALUE} by default, 0 for all.")
    private int pictures;

    @Option(names = "--tested", paramLabel = "N", defaultValue = "20",
            description = "Of these, so many are put to the tests that take hundreds of passes: pixels removed, weights shuffled, labels permuted; "
                    + "${DEFAULT-VALUE} by default, 0 for none.")
    private int tested;

    @Option(names = "--class", paramLabel = "NAME", description = "Pictures of that class alone; may be given several times.")
    private List<String> classes = List.of();

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of all that is drawn by lot; ${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the tables go; else to the report, if there is one.")
    private Path out;

    @Mixin
    private ExecutorOptions computing;

    @Override
    public Integer call() throws Exception {
        final HeatChoice choice = new HeatChoice(named(), layer, positive("--pictures", pictures) == 0 ? Integer.MAX_VALUE : pictures,
                positive("--tested", tested), classes, seed);
        final DiagnosisConfiguration read = new ConfigurationReader().read(configuration);
        final Optional<Path> folder = folder(read);
        final ComparedHeat compared = TerminalWork.run(spec.commandLine().getErr(),
                progress -> new HeatComparison(computing.loader(progress), read, choice).run(progress));
        final PrintWriter screen = spec.commandLine().getOut();
        new HeatScoresText(compared, seed).lines().forEach(screen::println);
        if (folder.isPresent()) {
            try {
                new HeatTables(compared, seed).write(folder.get());
            } catch (final IOException e) {
                throw new InvalidInputException("%s: the tables cannot be written (%s)".formatted(folder.get(), e.getMessage()), e);
            }
            screen.println(folder.get());
        }
        screen.flush();
        return ExitCode.SUCCESS.value();
    }

    private static int positive(final String option, final int number) throws InvalidInputException {
        if (number < 0) {
            throw new InvalidInputException("%s must be 0 or more, not %d".formatted(option, number));
        }
        return number;
    }

    private List<NamedMethod> named() throws InvalidInputException {
        if (methods.contains(ALL)) {
            return List.of(NamedMethod.values());
        }
        final List<NamedMethod> named = new ArrayList<>();
        for (final String key : methods) {
            named.add(NamedMethod.of(key.strip()));
        }
        return named.stream().distinct().toList();
    }

    /** Made before anything is computed. */
    private Optional<Path> folder(final DiagnosisConfiguration read) throws InvalidInputException {
        if (out == null && !Report.isReport(read.output())) {
            return Optional.empty();
        }
        final Path folder = out == null ? new ReportFiles(read.output()).heat() : out.toAbsolutePath().normalize();
        try {
            return Optional.of(Files.createDirectories(folder));
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the folder cannot be made (%s)".formatted(folder, e.getMessage()), e);
        }
    }
}
