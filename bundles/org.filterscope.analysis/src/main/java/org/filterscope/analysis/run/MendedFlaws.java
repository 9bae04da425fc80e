package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.finding.FindingChanges;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Search;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.DirectoryTree;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureFolder;

/**
 * Looks for flaws of a model and of its mended copy on the same pictures, in the layers that a run looks into. No explanatory graphs are mined for that,
 * so the searches that need one say that they could not look.
 */
final class MendedFlaws {
    private final DiagnosisConfiguration configuration;
    private final List<String> labels;
    private final InputPreparation preparation;
    private final List<String> layers;
    private final Evidence evidence;

    /**
     * Reads the tables of masks; shows no picture.
     *
     * @param labels of the network's outputs
     * @param folder the pictures that are looked at
     * @throws InvalidInputException when layers or masks of the configuration cannot be used
     */
    MendedFlaws(final DiagnosisConfiguration configuration, final NetworkGraph graph, final List<String> labels, final InputPreparation preparation,
            final PictureFolder folder, final Progress progress) throws InvalidInputException {
        this.configuration = configuration;
        this.labels = List.copyOf(labels);
        this.preparation = preparation;
        layers = LayerChoice.of(graph, new ReceptiveFields(graph), configuration);
        evidence = Evidence.own(configuration, preparation, folder, progress);
    }

    /**
     * @param scratch  a directory for what layers say, which is not there yet; gone afterwards
     * @param progress of which the stages take all
     */
    FlawComparison compare(final NetworkGraph before, final NetworkGraph after, final Executor executor, final Path scratch, final Progress progress)
            throws InvalidInputException {
        final Instant started = Instant.now();
        final Findings had = findings(before, executor, scratch, new PartProgress(progress, "Before the repair", 1.0 / 2));
        final Findings has = findings(after, executor, scratch, new PartProgress(progress, "After the repair", 1.0 / 2));
        final List<Search> missed = new ArrayList<>();
        for (final FindingKind kind : FindingKind.values()) {
            if (had.missed(kind).isPresent()) {
                has.missed(kind).ifPresent(missed::add);
            }
        }
        return new FlawComparison(FindingChanges.of(had, has), missed, evidence.pools().getFirst().pictures().size(),
                Duration.between(started, Instant.now()));
    }

    private Findings findings(final NetworkGraph graph, final Executor executor, final Path scratch, final Progress progress)
            throws InvalidInputException {
        try {
            try {
                final Workplace workplace = Workplace.open(scratch, "", false);
                final Path report = Files.createDirectory(scratch.resolve("report"));
                final Schedule schedule = new Schedule(EnumSet.of(Stage.PICTURES, Stage.FILTERS, Stage.FLAWS), progress);
                try (NetworkSession session = executor.open(graph);
                        DiagnosisRun run = new DiagnosisRun(new RunContext(configuration, graph, new ReceptiveFields(graph), labels, preparation,
                                session, evidence, Optional.empty(), schedule, new ReportWriter(new ReportFiles(report))), layers, workplace)) {
                    return run.lookForFlaws();
                }
            } finally {
                DirectoryTree.delete(scratch);
            }
        } catch (final IOException e) {
            if (e.getCause() instanceof final InvalidInputException cause) {
                throw cause;
            }
            throw new InvalidInputException("%s: what the layers say cannot be stored there (%s: %s)".formatted(scratch,
                    e.getClass().getSimpleName(), e.getMessage()), e);
        }
    }
}
