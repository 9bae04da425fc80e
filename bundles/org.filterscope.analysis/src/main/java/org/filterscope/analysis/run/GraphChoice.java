package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.report.Report;

/** The explanatory graphs of a report, by class. */
public record GraphChoice(Report report) {

    /** A graph's file and its class. */
    private record Known(Path file, String category) {
    }

    /**
     * @param category a class; null for the only graph
     * @throws InvalidInputException when there is no such graph, or no class was said and there are several
     */
    public Path of(final String category) throws InvalidInputException {
        final List<Path> files = all(category);
        if (files.size() > 1) {
            throw new InvalidInputException("%s: has several explanatory graphs; choose one with --class: %s".formatted(
                    report.files().directory(), String.join(", ", known().stream().map(Known::category).toList())));
        }
        return files.getFirst();
    }

    /**
     * @param category a class; null for all graphs
     * @throws InvalidInputException when there is none
     */
    public List<Path> all(final String category) throws InvalidInputException {
        final List<Known> known = known();
        if (known.isEmpty()) {
            throw new InvalidInputException("%s: has no explanatory graph; it is made by a run with 'graph' among its 'analyses'"
                    .formatted(report.files().directory()));
        }
        final List<Path> chosen = known.stream().filter(graph -> category == null || graph.category().equals(category)).map(Known::file).toList();
        if (chosen.isEmpty()) {
            throw new InvalidInputException("%s: has no explanatory graph of a class '%s'; it has %s".formatted(report.files().directory(), category,
                    String.join(", ", known.stream().map(Known::category).toList())));
        }
        return chosen;
    }

    private List<Known> known() throws InvalidInputException {
        final List<Known> known = new ArrayList<>();
        for (final Path file : report.files().graphs()) {
            try (GraphFile graph = GraphFile.open(file)) {
                known.add(new Known(file, graph.heading().category()));
            } catch (final IOException e) {
                throw new InvalidInputException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
            }
        }
        return known;
    }
}
