package org.filterscope.worker;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.filterscope.analysis.run.GraphChoice;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphJson;
import org.filterscope.core.graph.GraphMl;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code filterscope graph REPORT}. */
@Command(name = "graph", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        header = "Tells about the explanatory graphs of a report, or saves one for other tools.")
@Manual(examples = {
        @ManualEntry(term = "filterscope graph report", text = "lists the graphs of a report"),
        @ManualEntry(term = "filterscope graph report --class river --out river.graphml",
                text = "saves one for Gephi, yEd or NetworkX")},
        files = @ManualEntry(term = "report folder", text = "what a run has written: the configuration's 'output'"))
final class GraphCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "REPORT", description = "The directory of the report.")
    private Path report;

    @Option(names = "--class", paramLabel = "NAME", description = "Of that class alone.")
    private String category;

    @Option(names = "--out", paramLabel = "FILE", description = "Saves the graph as FILE.graphml (Gephi, yEd, NetworkX) or FILE.json.")
    private Path out;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        final GraphChoice choice = new GraphChoice(Report.open(report));
        final PrintWriter screen = spec.commandLine().getOut();
        if (out == null) {
            tell(choice.all(category), screen);
        } else {
            final Path from = choice.of(category);
            final Path saved = TerminalWork.run(spec.commandLine().getErr(), progress -> save(from));
            screen.println(saved);
        }
        screen.flush();
        return ExitCode.SUCCESS.value();
    }

    private static void tell(final List<Path> files, final PrintWriter screen) throws InvalidInputException, IOException {
        final GraphText text = new GraphText();
        for (final Path file : files) {
            try (GraphFile graph = GraphFile.open(file)) {
                text.add(graph);
            }
        }
        text.lines().forEach(screen::println);
    }

    private Path save(final Path from) throws InvalidInputException, IOException {
        final OutputFile file = new OutputFile(out, force, ".graphml", ".json");
        try (GraphFile graph = GraphFile.open(from)) {
            return file.write(file.endsWith(".json") ? path -> GraphJson.write(graph, path) : path -> GraphMl.write(graph, path));
        }
    }
}
