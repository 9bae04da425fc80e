package org.filterscope.worker;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.filterscope.analysis.contribution.NamedMethod;
import org.filterscope.analysis.run.TraceSession;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.protocol.TraceRequest;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.trace.ContributionTrace;
import org.filterscope.core.trace.HeatTrace;
import org.filterscope.core.trace.TraceFile;
import org.filterscope.core.trace.TraceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope trace CONFIG IMAGE…}. */
@Command(name = "trace", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Says how much each filter, part pattern and region of a picture adds to a prediction.")
@Manual(examples = {
        @ManualEntry(term = "filterscope trace landuse.filterscope river1.jpg", text = "why the network says what it says of a picture"),
        @ManualEntry(term = "filterscope trace landuse.filterscope *.jpg --heat cam --out traces",
                text = "of many pictures, each with a heat map")}, files = {
        @ManualEntry(term = "*.filterscope", text = "the configuration"),
        @ManualEntry(term = "report folder", text = "what a run has written: the configuration's 'output'")})
final class TraceCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "CONFIG", 
            description = "The configuration, a *.filterscope file. With a report, filters have labels and part patterns.")
    private Path configuration;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "IMAGE", description = "The pictures.")
    private List<Path> pictures;

    @Option(names = "--class", paramLabel = "NAME", defaultValue = "", description = "The class; else the one that the network predicts.")
    private String category;

    @Option(names = "--layer", paramLabel = "NAME", 
            description = "A layer to look into, may be given several times; else those of the configuration.")
    private final List<String> layers = new ArrayList<>();

    @Option(names = "--heat", paramLabel = "METHOD", 
            description = "Draws a heat map and tests it, may be given several times: cam, grad-cam, grad-cam++, "
                    + "guided-grad-cam, saliency, gradient-times-input, guided-backpropagation, deconvolution, smoothgrad, integrated-gradients, "
                    + "occlusion, perturbation-mask, lime, rise, or all.")
    private final List<String> heats = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the traces go; else to the report, if there is one.")
    private Path out;

    @Option(names = "--quick", description = "Gradient × activation where contributions are not exact, instead of integrated gradients.")
    private boolean quick;

    @Mixin
    private ExecutorOptions computing;

    @Override
    public Integer call() throws Exception {
        final DiagnosisConfiguration read = new ConfigurationReader().read(configuration);
        final List<NamedMethod> methods = methods();
        final Optional<Path> folder = folder(read);
        if (folder.isEmpty() && !methods.isEmpty()) {
            throw new InvalidInputException("--heat needs a folder to draw to: there is no report at %s; name one with --out".formatted(
                    read.output()));
        }
        final PrintWriter screen = spec.commandLine().getOut();
        TerminalWork.run(spec.commandLine().getErr(), progress -> {
            try (TraceSession session = TraceSession.open(computing.loader(progress), read)) {
                for (final Path picture : pictures) {
                    tell(session, picture, methods, folder, screen, progress);
                }
            }
            return null;
        });
        return ExitCode.SUCCESS.value();
    }

    private List<NamedMethod> methods() throws InvalidInputException {
        if (heats.contains(ALL)) {
            return List.of(NamedMethod.values());
        }
        final List<NamedMethod> methods = new ArrayList<>();
        for (final String key : heats) {
            methods.add(NamedMethod.of(key));
        }
        return methods.stream().distinct().toList();
    }

    private Optional<Path> folder(final DiagnosisConfiguration read) throws InvalidInputException {
        if (out == null && !Report.isReport(read.output())) {
            return Optional.empty();
        }
        final Path folder = out == null ? new ReportFiles(read.output()).traces() : out.toAbsolutePath().normalize();
        try {
            return Optional.of(Files.createDirectories(folder));
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the folder cannot be made (%s)".formatted(folder, e.getMessage()), e);
        }
    }

    private void tell(final TraceSession session, final Path picture, final List<NamedMethod> methods, final Optional<Path> folder,
            final PrintWriter screen, final Progress progress) throws InvalidInputException {
        progress.begin("Tracing " + picture.getFileName(), 0, 1.0 / pictures.size());
        final int output = category.isEmpty() ? TraceRequest.PREDICTED : session.output(category);
        final ContributionTrace plain = session.trace(picture, output, layers, quick, progress);
        final String name = TraceNames.of(plain.picture());
        final List<HeatTrace> drawn = new ArrayList<>();
        try {
            for (final NamedMethod method : methods) {
                drawn.add(session.draw(plain, method, folder.orElseThrow().resolve("%s.%s.png".formatted(name, method.key())), progress));
            }
            final ContributionTrace trace = plain.withHeats(drawn);
            screen.println(trace.picture().path());
            Stream.concat(new TraceText(trace).lines().stream(), new HeatText(drawn).lines().stream()).forEach(line -> screen.println("  " + line));
            if (folder.isPresent()) {
                final Path file = folder.get().resolve(name + ".json");
                TraceFile.write(trace, file);
                screen.println("  " + file);
            }
            screen.flush();
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the trace cannot be written (%s)".formatted(folder.orElseThrow(), e.getMessage()), e);
        }
    }
}
