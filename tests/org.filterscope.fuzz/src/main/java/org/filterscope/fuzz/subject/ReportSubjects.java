package org.filterscope.fuzz.subject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.report.NpyReader;
import org.filterscope.core.report.Report;
import org.filterscope.core.trace.TraceFile;
import org.filterscope.fuzz.seed.GraphSeeds;
import org.filterscope.fuzz.seed.ReportSeeds;
import org.filterscope.fuzz.seed.TraceSeeds;

/**
 * The readers of what this program writes.
 *
 * @param folder to write good files in
 */
record ReportSubjects(Path folder) {
    private static final Allowance SMALL = new Allowance(64 * Subjects.MEGABYTE, 256);

    List<Subject> all() throws IOException, InvalidInputException {
        ReportSeeds.report(folder.resolve("report"));
        if (!Files.exists(folder.resolve("comparison"))) {
            ReportSeeds.comparison(folder.resolve("comparison"));
        }
        ReportSeeds.array(fresh("array.npy"));
        GraphSeeds.write(fresh("graph.partial"), fresh("graph"));
        return List.of(
                new Subject("report", Subjects.tree(folder.resolve("report")), Subjects.TEXT, SMALL, (place, file) -> report(place)),
                new Subject("comparison", Subjects.tree(folder.resolve("comparison")), Subjects.TEXT, SMALL,
                        (place, file) -> Comparison.open(place)),
                new Subject("arrays (.npy)", List.of(new Seed("array.npy", Files.readAllBytes(folder.resolve("array.npy")))), Subjects.BYTES, SMALL,
                        (place, file) -> array(file)),
                new Subject("graph file", List.of(new Seed("graph", Files.readAllBytes(folder.resolve("graph")))), Subjects.BYTES, SMALL,
                        (place, file) -> graph(file)),
                new Subject("trace", List.of(new Seed("trace.json", TraceSeeds.text().getBytes(StandardCharsets.UTF_8))), Subjects.TEXT, SMALL,
                        (place, file) -> TraceFile.read(file)));
    }

    private Path fresh(final String name) throws IOException {
        final Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        return file;
    }

    private static void report(final Path place) throws InvalidInputException {
        Report.isReport(place);
        final Report report = Report.open(place);
        report.manifest().outputs();
        report.layers();
        report.predictions();
        report.thumbnails();
        report.detectors();
        report.findings();
        final String layer = ReportSeeds.LAYER;
        report.filters(layer);
        report.tops(layer);
        report.classes(layer);
        report.pairs(layer);
        report.conceptSets(layer);
        report.concepts(layer, ReportSeeds.SET);
        report.landmarks(layer);
        report.fields(layer);
        report.similar(layer);
    }

    private static void array(final Path file) throws InvalidInputException, IOException {
        try (NpyReader reader = new NpyReader(file)) {
            final int columns = Math.min(reader.columns(), ReportSeeds.FILTERS);
            reader.floatColumns(0, columns);
            reader.intColumns(0, columns);
            if (reader.rows() > 0) {
                reader.floats(reader.rows() - 1);
            }
        }
    }

    private static void graph(final Path file) throws InvalidInputException, IOException {
        try (GraphFile graph = GraphFile.open(file)) {
            for (int pattern = 0; pattern < graph.patterns(); pattern++) {
                graph.pattern(pattern);
                graph.parents(pattern);
                graph.children(pattern);
                graph.part(pattern);
                graph.ofPattern(pattern);
                graph.patch(pattern);
            }
            for (int picture = 0; picture < graph.heading().pictures().size(); picture++) {
                graph.onPicture(picture);
            }
            for (int layer = 0; layer < graph.heading().layers().size(); layer++) {
                graph.layer(layer);
            }
            graph.verify();
        }
    }
}
