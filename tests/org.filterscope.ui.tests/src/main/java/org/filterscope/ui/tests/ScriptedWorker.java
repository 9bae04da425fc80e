package org.filterscope.ui.tests;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.google.gson.Gson;

import org.eclipse.core.runtime.FileLocator;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.filterscope.core.protocol.AblationRequest;
import org.filterscope.core.protocol.AblationResult;
import org.filterscope.core.protocol.ComparisonRequest;
import org.filterscope.core.protocol.ComparisonResult;
import org.filterscope.core.protocol.DiagnosisClient;
import org.filterscope.core.protocol.DiagnosisWorker;
import org.filterscope.core.protocol.ExampleRequest;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.protocol.HeatRequest;
import org.filterscope.core.protocol.HeatResult;
import org.filterscope.core.protocol.InspectionRequest;
import org.filterscope.core.protocol.InspectionResult;
import org.filterscope.core.protocol.Preview;
import org.filterscope.core.protocol.ProgressReport;
import org.filterscope.core.protocol.RepairRequest;
import org.filterscope.core.protocol.RepairResult;
import org.filterscope.core.protocol.RunId;
import org.filterscope.core.protocol.RunRequest;
import org.filterscope.core.protocol.RunResult;
import org.filterscope.core.protocol.TraceRequest;
import org.filterscope.core.protocol.TraceResult;
import org.filterscope.core.protocol.WorkerDescription;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.osgi.framework.FrameworkUtil;

/**
 * A process that speaks the worker's language and does what the configuration file says: {@code report PATH} answers with that report,
 * {@code refuse SENTENCE} calls the input invalid, {@code wait} runs until it is cancelled, {@code deaf} runs for ever, {@code mute} ends
 * the conversation but not the process, {@code die} ends the process, {@code touch PATH} makes a file, {@code once PATH} ends the process the first
 * time and answers with that report the second, {@code starve PATH} ends the process as one without memory and leaves a byte in a file each time,
 * {@code freeze} never says anything again, {@code preview PATH} shows that report before all is known and runs until it is cancelled. Lines before
 * the last one it writes to its standard error; the last one may be a comment, so that the file is a configuration, too.
 *
 * <p>As an example project it writes two files, but in a folder named {@code refuse} it refuses; in one named {@code wait} it writes
 * one and waits until it is cancelled, in one named {@code deaf} it waits for ever.
 *
 * <p>Pictures it answers by their files' names, see {@link ScriptedTraces}.
 */
final class ScriptedWorker implements DiagnosisWorker {
    private static final int CRASHED = 134;

    private final Map<String, CompletableFuture<?>> runs = new ConcurrentHashMap<>();
    private final String manner;
    private DiagnosisClient client;

    private ScriptedWorker(final String manner) {
        this.manner = manner;
    }

    public static void main(final String[] arguments) {
        final ScriptedWorker worker = new ScriptedWorker(arguments[0]);
        final Launcher<DiagnosisClient> launcher = Launcher.createLauncher(worker, DiagnosisClient.class, System.in, System.out);
        worker.client = launcher.getRemoteProxy();
        launcher.startListening();
    }

    /** Starts this class in a JVM of its own, on the class path that the present one has for it. */
    static ProcessBuilder process() {
        return process("polite");
    }

    /** @param manner {@code slow}: says hello after a second; {@code rude}: refuses to; else at once */
    static ProcessBuilder process(final String manner) {
        final String classPath = Stream.of(DiagnosisWorker.class, Launcher.class, Gson.class)
                .map(type -> FileLocator.getBundleFileLocation(FrameworkUtil.getBundle(type)).orElseThrow().toString())
                .collect(Collectors.joining(File.pathSeparator, ownLocation() + File.pathSeparator, ""));
        return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath,
                ScriptedWorker.class.getName(), manner));
    }

    private static String ownLocation() {
        try {
            return Path.of(ScriptedWorker.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (final URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletableFuture<WorkerDescription> hello() {
        if ("rude".equals(manner)) {
            return CompletableFuture.failedFuture(error(ExitCode.INTERNAL_ERROR, "no hello"));
        }
        final WorkerDescription description = new WorkerDescription("0.1.0", ProcessHandle.current().pid(), "test");
        return "slow".equals(manner)
                ? CompletableFuture.supplyAsync(() -> description, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS))
                : CompletableFuture.completedFuture(description);
    }

    @Override
    public CompletableFuture<RunResult> run(final RunRequest request) {
        final CompletableFuture<RunResult> answer = new CompletableFuture<>();
        runs.put(request.run(), answer);
        final List<String> lines = script(request).lines().toList();
        lines.subList(0, lines.size() - 1).forEach(System.err::println);
        final String[] script = lines.getLast().replaceFirst("^# ", "").split(" ", 2);
        client.progress(new ProgressReport(request.run(), "Looking at pictures", 412, 1260, 0.3));
        switch (script[0]) {
            case "report" -> answer.complete(new RunResult(script[1], "done"));
            case "refuse" -> answer.completeExceptionally(error(ExitCode.INVALID_INPUT, script[1]));
            case "die" -> Runtime.getRuntime().halt(CRASHED);
            case "once" -> {
                append(Path.of(request.configuration()).resolveSibling("once"), CRASHED);
                answer.complete(new RunResult(script[1], "done"));
            }
            case "starve" -> append(Path.of(script[1]), ExitCode.OUT_OF_MEMORY.value());
            case "freeze" -> freeze();
            case "preview" -> client.preview(new Preview(request.run(), script[1]));
            case "touch" -> touch(Path.of(script[1]));
            case "mute" -> System.out.close();
            case "deaf" -> runs.remove(request.run());
            default -> {
            }
        }
        return answer;
    }

    @Override
    public CompletableFuture<ComparisonResult> compare(final ComparisonRequest request) {
        return CompletableFuture.failedFuture(error(ExitCode.INVALID_INPUT, "This worker compares nothing."));
    }

    /** Writes a file and answers with what was asked for. */
    @Override
    public CompletableFuture<RepairResult> repair(final RepairRequest request) {
        try {
            Files.writeString(Path.of(request.out()), "mended");
        } catch (final IOException e) {
            return CompletableFuture.failedFuture(error(ExitCode.INTERNAL_ERROR, e.getMessage()));
        }
        final String filters = request.filters().stream().map(filter -> "%s/%d %s".formatted(filter.layer(), filter.channel(), filter.mean() ? "mean" : "zero"))
                .collect(Collectors.joining(", "));
        return CompletableFuture.completedFuture(new RepairResult(request.out(), request.lastLayer() ? "last layer of " + request.classes() : filters));
    }

    @Override
    public CompletableFuture<Void> writeExample(final ExampleRequest request) {
        final CompletableFuture<Void> answer = new CompletableFuture<>();
        runs.put(request.run(), answer);
        final Path folder = Path.of(request.folder());
        client.progress(new ProgressReport(request.run(), "Drawing ribbons", 412, 3100, 0.13));
        switch (folder.getFileName().toString()) {
            case "refuse" -> answer.completeExceptionally(error(ExitCode.INVALID_INPUT, "The disk is full."));
            case "wait" -> write(folder, "README.md");
            case "deaf" -> {
                runs.remove(request.run());
                write(folder, "README.md");
            }
            default -> {
                write(folder, "README.md");
                write(folder, "flawed.filterscope");
                answer.complete(null);
            }
        }
        return answer;
    }

    /** A model of 32 by 32 pixels with two layers; one whose name begins with {@code open} leaves its size open; a model whose name begins with {@code broken} it refuses, about one that begins with {@code wait} it says nothing. */
    @Override
    public CompletableFuture<InspectionResult> inspect(final InspectionRequest request) {
        final FieldRow field = new FieldRow(1, 3, 0);
        final int side = Path.of(request.model()).getFileName().toString().startsWith("open") ? 0 : 32;
        return answer(request.run(), request.model(), () -> new InspectionResult("Keras", 3, side, side, 2,
                List.of(new LayerRow("conv1", "convolution", 8, 30, 30, field, field), new LayerRow("dense", "dense", 250, 1, 1, field, field))));
    }

    @Override
    public CompletableFuture<TraceResult> trace(final TraceRequest request) {
        return answer(request.run(), request.picture(), () -> ScriptedTraces.trace(request));
    }

    @Override
    public CompletableFuture<HeatResult> heat(final HeatRequest request) {
        return answer(request.run(), request.method().equals("rise") ? "wait.png" : request.picture(), () -> ScriptedTraces.heat(request));
    }

    @Override
    public CompletableFuture<AblationResult> ablate(final AblationRequest request) {
        return answer(request.run(), request.picture(), () -> ScriptedTraces.ablate(request));
    }

    private <T> CompletableFuture<T> answer(final String run, final String picture, final Supplier<T> reply) {
        final CompletableFuture<T> answer = new CompletableFuture<>();
        final String name = Path.of(picture).getFileName().toString();
        if (name.startsWith("wait")) {
            runs.put(run, answer);
            client.progress(new ProgressReport(run, "Masking", 412, 2000, 0.2));
        } else if (name.startsWith("broken")) {
            answer.completeExceptionally(error(ExitCode.INVALID_INPUT, picture + ": is no picture that can be read"));
        } else if (name.startsWith("die")) {
            Runtime.getRuntime().halt(CRASHED);
        } else {
            answer.complete(reply.get());
        }
        return answer;
    }

    @Override
    public void cancel(final RunId run) {
        final CompletableFuture<?> answer = runs.remove(run.run());
        if (answer != null) {
            answer.completeExceptionally(error(ExitCode.CANCELLED, "cancelled"));
        }
    }

    @Override
    public void exit() {
        Runtime.getRuntime().halt(0);
    }

    private static void touch(final Path file) {
        try {
            Files.createFile(file);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves a byte, and ends the process if it is the first. */
    private static void append(final Path file, final int code) {
        try {
            Files.write(file, new byte[1], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if (Files.size(file) == 1) {
                Runtime.getRuntime().halt(code);
            }
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void freeze() {
        try {
            Thread.sleep(Duration.ofMinutes(1));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void write(final Path folder, final String file) {
        try {
            Files.writeString(Files.createDirectories(folder).resolve(file), file);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String script(final RunRequest request) {
        try {
            return Files.readString(Path.of(request.configuration())).strip();
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ResponseErrorException error(final ExitCode code, final String message) {
        return new ResponseErrorException(new ResponseError(code.value(), message, null));
    }
}
