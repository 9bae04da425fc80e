package org.filterscope.worker;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

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
        description = "Tells about the explanatory graphs of a report, or saves one for other tools.")
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
        final List<GraphFile> graphs = new ArrayList<>();
        try {
            for (final Path file : Report.open(report).files().graphs()) {
                graphs.add(GraphFile.open(file));
            }
            final List<GraphFile> chosen = chosen(graphs);
            final PrintWriter screen = spec.commandLine().getOut();
            if (out == null) {
                new GraphText(chosen).lines().forEach(screen::println);
            } else {
                screen.println(save(chosen));
            }
            screen.flush();
        } finally {
            for (final GraphFile graph : graphs) {
                graph.close();
            }
        }
        return ExitCode.SUCCESS.value();
    }

    private List<GraphFile> chosen(final List<GraphFile> graphs) throws InvalidInputException {
        if (graphs.isEmpty()) {
            throw new InvalidInputException("%s: has no explanatory graph; it is made by a run with 'graph' among its 'analyses'".formatted(report));
        }
        final List<GraphFile> chosen = graphs.stream().filter(graph -> category == null || graph.heading().category().equals(category)).toList();
        if (chosen.isEmpty()) {
            throw new InvalidInputException("%s: has no explanatory graph of a class '%s'; it has %s".formatted(report, category, names(graphs)));
        }
        return chosen;
    }

    private static String names(final List<GraphFile> graphs) {
        return String.join(", ", graphs.stream().map(graph -> graph.heading().category()).toList());
    }

    private Path save(final List<GraphFile> graphs) throws InvalidInputException {
        if (graphs.size() > 1) {
            throw new InvalidInputException("%s: has several explanatory graphs; choose one with --class: %s".formatted(report, names(graphs)));
        }
        final OutputFile file = new OutputFile(out, force, ".graphml", ".json");
        final GraphFile graph = graphs.getFirst();
        return file.write(file.endsWith(".json") ? path -> GraphJson.write(graph, path) : path -> GraphMl.write(graph, path));
    }
}
