package org.filterscope.worker;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;

import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.filterscope.core.protocol.DiagnosisClient;
import org.filterscope.core.protocol.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code filterscope serve}: works for an IDE until its input ends. */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Version.class,
        header = "Answers JSON-RPC requests on standard input and output; used by the IDE.")
@Manual(examples = @ManualEntry(term = "filterscope serve", text = "reads requests until its input ends"))
final class ServeCommand implements Callable<Integer> {
    @Mixin
    private ExecutorOptions computing;

    @Mixin
    private MemoryOption memory;

    @Override
    public Integer call() throws Exception {
        final InputStream in = System.in;
        final PrintStream out = System.out;
        // Whatever a library prints must not get between the messages.
        System.setOut(System.err);
        try (WorkerService service = new WorkerService(computing.computing(memory.limit()))) {
            final Launcher<DiagnosisClient> launcher = Launcher.createLauncher(service, DiagnosisClient.class, in, out);
            service.connect(launcher.getRemoteProxy());
            service.serveUntilExit(launcher.startListening());
        }
        return ExitCode.SUCCESS.value();
    }
}
