package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.filterscope.analysis.contribution.FilterWords;
import org.filterscope.analysis.contribution.GraphPatterns;
import org.filterscope.analysis.contribution.PartBreakdown.LabelledFilters;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.names.FilterName;
import org.filterscope.core.names.FilterNames;
import org.filterscope.core.names.NamesFile;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;

/** What a configuration's report and the people who named its filters know of a network. Read when it is asked for, once. */
final class TraceKnowledge {
    private final Optional<Report> report;
    private final FilterNames names;
    private final String remark;
    private final Map<String, List<FilterRow>> filters = new HashMap<>();
    private final Map<String, float[]> thresholds = new HashMap<>();
    /** The graph asked for last: one of them can be large. */
    private Optional<GraphPatterns> graph = Optional.empty();
    private String graphOf;

    private TraceKnowledge(final Optional<Report> report, final FilterNames names, final String remark) {
        this.report = report;
        this.names = names;
        this.remark = remark;
    }

    /** Without a report, or with one about another model, only numbers are known. */
    static TraceKnowledge of(final DiagnosisConfiguration configuration) throws InvalidInputException {
        if (!Report.isReport(configuration.output())) {
            return none("There is no report at %s, so filters have no labels and no patterns.".formatted(configuration.output()));
        }
        final Report report = Report.open(configuration.output());
        try {
            new ReportFit(configuration, report).check();
        } catch (final InvalidInputException e) {
            return none("The report is not used: %s.".formatted(e.getMessage()));
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the model cannot be read (%s)".formatted(configuration.model(), e.getMessage()), e);
        }
        return new TraceKnowledge(Optional.of(report), NamesFile.beside(configuration.file()).read(), "");
    }

    private static TraceKnowledge none(final String remark) {
        return new TraceKnowledge(Optional.empty(), FilterNames.NONE, remark);
    }

    /** What is missing without a report; empty when there is one. */
    String remark() {
        return remark;
    }

    /** Its directory; empty when there is none. */
    String directory() {
        return report.map(known -> known.directory().toAbsolutePath().toString()).orElse("");
    }

    /** Of a layer, by filter; empty when the report knows nothing of it. */
    List<FilterRow> filters(final String layer) throws InvalidInputException {
        List<FilterRow> rows = filters.get(layer);
        if (rows == null) {
            rows = report.isPresent() && report.get().manifest().layers().contains(layer) ? report.get().filters(layer) : List.of();
            filters.put(layer, rows);
        }
        return rows;
    }

    /** Of a layer, by filter, for any filter. */
    List<FilterWords> words(final String layer, final int count) throws InvalidInputException {
        final FilterWords[] words = new FilterWords[count];
        Arrays.fill(words, FilterWords.NONE);
        for (final FilterRow row : filters(layer)) {
            if (row.channel() < count) {
                final boolean labelled = row.scores().flag(Score.DETECTOR);
                words[row.channel()] = new FilterWords(names.of(row).map(FilterName::name).orElse(""),
                        labelled ? row.scores().text(Score.LABEL).orElse("") : "",
                        labelled ? row.scores().text(Score.LABEL_CATEGORY).orElse("") : "");
            }
        }
        return List.of(words);
    }

    /** What dissection says of a layer; empty when it was not dissected. */
    Optional<LabelledFilters> labels(final String layer, final List<FilterWords> words) throws InvalidInputException {
        final float[] active = thresholds(layer, words.size());
        for (final float threshold : active) {
            if (!Float.isNaN(threshold)) {
                return Optional.of(new LabelledFilters() {
                    @Override
                    public String category(final int filter) {
                        return words.get(filter).category();
                    }

                    @Override
                    public double threshold(final int filter) {
                        return active[filter];
                    }
                });
            }
        }
        return Optional.empty();
    }

    /** By filter: above which value its active region begins, in the concept set of its label, else of any. */
    private float[] thresholds(final String layer, final int count) throws InvalidInputException {
        float[] found = thresholds.get(layer);
        if (found == null) {
            found = new float[count];
            Arrays.fill(found, Float.NaN);
            final List<FilterRow> rows = filters(layer);
            for (final String set : rows.isEmpty() ? List.<String>of() : report.orElseThrow().conceptSets(layer)) {
                for (final ConceptRow row : report.orElseThrow().concepts(layer, set)) {
                    if (row.channel() < count && (Float.isNaN(found[row.channel()])
                            || rows.get(row.channel()).scores().text(Score.LABEL_SET).filter(set::equals).isPresent())) {
                        found[row.channel()] = (float) row.threshold();
                    }
                }
            }
            thresholds.put(layer, found);
        }
        return found;
    }

    /** The explanatory graph of a class, or of pictures without classes; empty when there is none. */
    Optional<GraphPatterns> graph(final String category) throws InvalidInputException {
        if (report.isEmpty()) {
            return Optional.empty();
        }
        if (!category.equals(graphOf)) {
            graph = Optional.empty();
            graphOf = null;
            final Path own = report.get().files().graph(category);
            final Path file = Files.isRegularFile(own) ? own : report.get().files().graph("");
            if (Files.isRegularFile(file)) {
                graph = Optional.of(read(file));
            }
            graphOf = category;
        }
        return graph;
    }

    private GraphPatterns read(final Path file) throws InvalidInputException {
        try (GraphFile stored = GraphFile.open(file)) {
            return GraphPatterns.read(stored, Boolean.parseBoolean(report.orElseThrow().manifest().settings().get("graph.mirrored")));
        } catch (final IOException e) {
            throw new InvalidInputException("%s: cannot be read (%s)".formatted(file, e.getMessage()), e);
        }
    }
}
