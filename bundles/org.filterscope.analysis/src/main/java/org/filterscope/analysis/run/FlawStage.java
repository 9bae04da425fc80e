package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.concepts.ClassPictures;
import org.filterscope.analysis.flaws.FlawEvidence;
import org.filterscope.analysis.flaws.FlawLayer;
import org.filterscope.analysis.flaws.FlawSearch;
import org.filterscope.analysis.flaws.FlawSearches;
import org.filterscope.analysis.flaws.Predictions;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.FindingsWriter;
import org.filterscope.core.finding.Search;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.picture.PictureFile;

/** Looks for flaws with all that the run knows. */
final class FlawStage {
    private static final int TOLD = 5;

    private final RunContext context;

    FlawStage(final RunContext context) {
        this.context = context;
    }

    /**
     * Writes the findings, and the harm of each filter.
     *
     * @param output the network's output on the run's own pictures
     * @return what was found
     */
    Findings run(final List<LayerResult> results, final LayerMaps output) throws IOException, InvalidReportException {
        final List<GraphFile> graphs = new ArrayList<>();
        try {
            for (final Path file : context.writer().files().graphs()) {
                graphs.add(GraphFile.open(file));
            }
            return run(results, evidence(results, output).with(graphs));
        } finally {
            for (final GraphFile graph : graphs) {
                graph.close();
            }
        }
    }

    private Findings run(final List<LayerResult> results, final FlawEvidence evidence) throws IOException {
        final List<FlawSearch> searches = FlawSearches.all();
        final Progress progress = context.schedule().begin(Stage.FLAWS, searches.stream().mapToLong(search -> search.steps(evidence)).sum());
        final List<Finding> found = new ArrayList<>();
        final List<Search> notes = new ArrayList<>();
        for (final FlawSearch search : searches) {
            final Findings part = search.search(evidence, progress);
            found.addAll(part.findings());
            notes.addAll(part.searches());
        }
        notes.sort(Comparator.comparing(Search::kind));
        final Findings findings = new Findings(found, notes);
        FindingsWriter.write(context.writer().files().findings(), findings);
        results.forEach(result -> result.add(harm(result, findings)));
        return findings;
    }

    private FlawEvidence evidence(final List<LayerResult> results, final LayerMaps output) throws IOException {
        final PicturePool own = context.own();
        final List<FlawLayer> layers = results.stream().map(result -> new FlawLayer(result.layer(), result.maps(), result.peaks(),
                result.filters().stream().map(row -> row.scores().text(Score.FINGERPRINT).orElse("")).toList(),
                context.fields().vertical(result.layer()), context.fields().horizontal(result.layer()))).toList();
        return new FlawEvidence(context.session(), context.labels(), own.pictureClasses(), own.pictures().stream().map(PictureFile::path).toList(),
                context.inputs(), predictions(new ClassScores(context.graph()), output, context.labels()), layers,
                own.sets().stream().filter(set -> !(set instanceof ClassPictures)).toList(),
                context.seed());
    }

    /** Of outputs with the same name, of which ImageNet has some, the first one stands for all, as it does for the pictures' classes. */
    static Predictions predictions(final ClassScores scores, final LayerMaps output, final List<String> labels) throws IOException {
        final int[] first = labels.stream().mapToInt(labels::indexOf).toArray();
        final int[] outputs = new int[output.pictures()];
        final float[] probabilities = new float[output.pictures()];
        output.forEach((picture, values) -> {
            final float[] guesses = scores.of(new FeatureMaps(1, output.shape(), values)).values();
            for (int i = 1; i < guesses.length; i++) {
                if (guesses[i] > guesses[outputs[picture]]) {
                    outputs[picture] = i;
                }
            }
            probabilities[picture] = guesses[outputs[picture]];
            outputs[picture] = first[outputs[picture]];
        });
        return new Predictions(outputs, probabilities, scores.areProbabilities());
    }

    /** Of each filter: the harm of the worst finding that it is named in, as far as it carries it. */
    private static List<Scores> harm(final LayerResult result, final Findings findings) {
        final double[] harm = new double[result.filters().size()];
        for (final Finding finding : findings.findings()) {
            for (final SuspectFilter filter : finding.filters()) {
                if (filter.layer().equals(result.layer())) {
                    harm[filter.channel()] = Math.max(harm[filter.channel()], finding.harm() * filter.share());
                }
            }
        }
        return IntStream.range(0, harm.length).mapToObj(channel -> Scores.NONE.with(Score.HARM, harm[channel])).toList();
    }

    /** The worst findings, a line each. */
    static List<String> lines(final Findings findings) {
        final List<String> lines = new ArrayList<>();
        findings.findings().stream().limit(TOLD).map(finding -> "%s: %s".formatted(finding.severity().key(), finding.text())).forEach(lines::add);
        if (findings.findings().size() > TOLD) {
            lines.add("%d more findings in findings.json".formatted(findings.findings().size() - TOLD));
        }
        if (findings.findings().isEmpty()) {
            lines.add("no flaw was found; findings.json tells what was looked for");
        }
        return lines;
    }
}
