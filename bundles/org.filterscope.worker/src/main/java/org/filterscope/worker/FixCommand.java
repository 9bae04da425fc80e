package org.filterscope.worker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.filterscope.analysis.run.ConfusedPicture;
import org.filterscope.analysis.run.ConfusedPictures;
import org.filterscope.analysis.run.FixRequest;
import org.filterscope.analysis.run.FixRequest.Filter;
import org.filterscope.analysis.run.FixResult;
import org.filterscope.analysis.run.ModelFix;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.protocol.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope fix CONFIG}. */
@Command(name = "fix", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Writes a mended copy of the model, or the pictures that it gets wrong. The model itself is never changed.")
@Manual(examples = {
        @ManualEntry(term = "filterscope fix landuse.filterscope --repair --out repaired.h5", text = "fits the last layer anew"),
        @ManualEntry(term = "filterscope fix landuse.filterscope --mute conv3/14 --out muted.h5", text = "a copy without filter 14 of conv3"),
        @ManualEntry(term = "filterscope fix landuse.filterscope --pictures lost --class river --as freeway",
                text = "copies the rivers that are taken for freeways")}, files = {
        @ManualEntry(term = "*.filterscope", text = "the configuration"),
        @ManualEntry(term = "model", text = "Keras (.keras, .h5), ONNX (.onnx) or Deeplearning4j (.zip)")})
final class FixCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CONFIG", description = "The configuration, a *.filterscope file: it names the model, its labels and the pictures.")
    private Path configuration;

    @Option(names = "--out", paramLabel = "FILE",
            description = "The mended copy, in the format of the model; beside it come tables of what became of the answers, under the same name, "
                    + "and of the findings, under that with '-findings'.")
    private Path out;

    @Option(names = "--mute", paramLabel = "LAYER/CHANNEL", description = "Makes that filter 0 everywhere; may be given several times.")
    private List<String> muted = List.of();

    @Option(names = "--mean", paramLabel = "LAYER/CHANNEL", description = "Makes that filter its mean over the pictures; may be given several times.")
    private List<String> averaged = List.of();

    @Option(names = "--repair", description = "Fits the last layer to half of the pictures; the others tell what it is worth.")
    private boolean repair;

    @Option(names = "--classes", paramLabel = "A,B", split = ",", description = "The repair changes the weights of these outputs alone.")
    private List<String> classes = List.of();

    @Option(names = "--no-findings", description = "Does not look for flaws before and after, which takes about as long as two runs with the "
            + "analysis 'flaws' alone, on the pictures that nothing is learnt from.")
    private boolean withoutFindings;

    @Option(names = "--pictures", paramLabel = "DIR", description = "Copies the pictures of --class that the model takes for --as into a new folder.")
    private Path pictures;

    @Option(names = "--class", paramLabel = "A", description = "The folder whose pictures are asked for.")
    private String label;

    @Option(names = "--as", paramLabel = "B", description = "What the model takes them for.")
    private String prediction;

    @Option(names = "--force", description = "Replace the files if they exist; never the model.")
    private boolean force;

    @Mixin
    private ExecutorOptions computing;

    @Override
    public Integer call() throws Exception {
        final FixRequest request = request();
        final boolean mends = repair || !request.mutes().isEmpty();
        if (!mends && pictures == null) {
            throw new InvalidInputException("there is nothing to do; say --mute, --mean, --repair or --pictures");
        }
        if (mends == (out == null)) {
            throw new InvalidInputException(mends ? "--out must say where the mended copy goes" : "--out wants one of --mute, --mean and --repair");
        }
        if (pictures != null && (label == null || prediction == null) || pictures == null && (label != null || prediction != null)) {
            throw new InvalidInputException("--pictures, --class and --as belong together");
        }
        final DiagnosisConfiguration read = new ConfigurationReader().read(configuration);
        if (mends) {
            mend(read, request);
        }
        if (pictures != null) {
            copy(read);
        }
        return ExitCode.SUCCESS.value();
    }

    private FixRequest request() throws InvalidInputException {
        if (!repair && !classes.isEmpty()) {
            throw new InvalidInputException("--classes says what --repair may change; there is no --repair");
        }
        final List<Filter> filters = new ArrayList<>();
        for (final String text : muted) {
            filters.add(filter(text, false));
        }
        for (final String text : averaged) {
            filters.add(filter(text, true));
        }
        return new FixRequest(filters, repair, classes, !withoutFindings);
    }

    /** Names of layers have slashes, too. */
    private static Filter filter(final String text, final boolean toMean) throws InvalidInputException {
        final int slash = text.lastIndexOf('/');
        try {
            return new Filter(text.substring(0, Math.max(0, slash)), Integer.parseInt(text.substring(slash + 1)), toMean);
        } catch (final NumberFormatException e) {
            throw new InvalidInputException("'%s' is no filter; expected LAYER/CHANNEL, as in conv5/17".formatted(text), e);
        }
    }

    private void mend(final DiagnosisConfiguration read, final FixRequest request) throws Exception {
        final String name = read.model().getFileName().toString();
        final String ending = name.contains(".") ? name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT) : "";
        final OutputFile file = new OutputFile(out, force, ending);
        final String stem = file.path().getFileName().toString().replaceFirst("\\.[^.]*$", "");
        final OutputFile table = new OutputFile(file.path().resolveSibling(stem + ".csv"), force, ".csv");
        final OutputFile findings = new OutputFile(file.path().resolveSibling(stem + "-findings.csv"), force, ".csv");
        final FixResult result = TerminalWork.run(spec.commandLine().getErr(),
                progress -> new ModelFix(computing.loader(progress), read).run(request, file.path(), progress));
        final FixText text = new FixText(result);
        table.write(text::write);
        if (result.flaws().isPresent()) {
            findings.write(new FlawComparisonText(result.flaws().get())::write);
        } else {
            // What was found of another copy.
            findings.delete();
        }
        final PrintWriter screen = spec.commandLine().getOut();
        text.lines().forEach(screen::println);
        screen.printf("%s: the mended copy; %s is as it was. Delete the copy to undo.%n", file.path(), read.model());
        screen.flush();
    }

    private void copy(final DiagnosisConfiguration read) throws Exception {
        final Path folder = pictures.toAbsolutePath().normalize();
        final List<ConfusedPicture> found = TerminalWork.run(spec.commandLine().getErr(),
                progress -> new ConfusedPictures(computing.loader(progress), read).copy(label, prediction, folder, progress));
        final PrintWriter screen = spec.commandLine().getOut();
        screen.println(found.isEmpty() ? "the model takes no picture of %s for %s".formatted(label, prediction)
                : "%s: %d pictures of %s that the model takes for %s".formatted(folder, found.size(), label, prediction));
        screen.flush();
    }
}
