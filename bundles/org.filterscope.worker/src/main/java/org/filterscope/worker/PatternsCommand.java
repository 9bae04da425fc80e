package org.filterscope.worker;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.filterscope.analysis.run.PatternInference;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.protocol.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope patterns CONFIG FOLDER}. */
@Command(name = "patterns", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Finds the part patterns of an explanatory graph on other pictures: place, score, percentile and activation of each.")
@Manual(examples = @ManualEntry(term = "filterscope patterns landuse.filterscope pictures --out patterns.csv",
        text = "finds the patterns on all pictures of a folder"), files = {
        @ManualEntry(term = "*.filterscope", text = "the configuration; its report has explanatory graphs"),
        @ManualEntry(term = "report folder", text = "what a run has written: the configuration's 'output'")})
final class PatternsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CONFIG", description = "The configuration, a *.filterscope file; its report must have explanatory graphs.")
    private Path configuration;

    @Parameters(index = "1", paramLabel = "FOLDER", description = "The pictures, searched with all sub-folders.")
    private Path folder;

    @Option(names = "--class", paramLabel = "NAME", description = "Whose graph; where the report has several.")
    private String category;

    @Option(names = "--out", paramLabel = "FILE.csv", required = true, description = "The table to write.")
    private Path out;

    @Option(names = "--split", paramLabel = "LAYER/CHANNEL",
            description = "Also takes that filter's maps apart into its patterns and the rest: FILE.npy beside the table.")
    private String split;

    @Option(names = "--all", description = "Also patterns that are not there.")
    private boolean all;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Mixin
    private ExecutorOptions computing;

    @Override
    public Integer call() throws Exception {
        final OutputFile file = new OutputFile(out, force, ".csv");
        final OutputFile maps = split == null ? null : new OutputFile(file.path().resolveSibling(file.path().getFileName().toString().replaceAll(
                "(?i)\\.csv$", ".npy")), force, ".npy");
        final DiagnosisConfiguration read = new ConfigurationReader().read(configuration);
        final Path pictures = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(pictures)) {
            throw new InvalidInputException("%s: there is no such folder".formatted(folder));
        }
        final Path written = TerminalWork.run(spec.commandLine().getErr(),
                progress -> write(new PatternInference(computing.loader(progress), read), pictures, file, maps, progress));
        final PrintWriter screen = spec.commandLine().getOut();
        screen.println(written);
        screen.flush();
        return ExitCode.SUCCESS.value();
    }

    private Path write(final PatternInference inference, final Path pictures, final OutputFile file, final OutputFile maps, final Progress progress)
            throws InvalidInputException {
        if (maps == null) {
            return file.write(path -> write(inference, pictures, path, null, progress));
        }
        maps.write(to -> file.write(path -> write(inference, pictures, path, to, progress)));
        return file.path();
    }

    private void write(final PatternInference inference, final Path pictures, final Path file, final Path maps, final Progress progress)
            throws InvalidInputException, IOException {
        try (PatternOutput output = new PatternOutput(file, all, split, maps)) {
            inference.run(category, pictures, output, progress);
            if (split != null && !output.hasShares()) {
                throw new InvalidInputException("the graph has no filter '%s'; --split takes LAYER/CHANNEL, as in conv5/17".formatted(split));
            }
        } catch (final UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
