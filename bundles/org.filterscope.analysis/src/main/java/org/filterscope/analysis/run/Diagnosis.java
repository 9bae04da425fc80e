package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.filterscope.analysis.batch.MemoryBound;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.gate.GateCheck;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Manifest;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.ReportTarget;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.execution.MemoryLimit;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.picture.Digests;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;

/** Runs the analyses of a configuration and writes the report. For one thread. */
public final class Diagnosis {
    private static final Logger LOGGER = Logger.getLogger(Diagnosis.class.getName());

    private final ExecutorLoader loader;
    private final String version;
    private final int threads;

    /**
     * @param loader   of what runs the network; asked once model and pictures are known to be good
     * @param version  of Filterscope, for the manifest
     * @param threads  native threads, for the manifest
     */
    public Diagnosis(final ExecutorLoader loader, final String version, final int threads) {
        this.loader = loader;
        this.version = version;
        this.threads = threads;
    }

    /**
     * What is computed of the pictures is kept beside the report until the report is there, so that a run that was cancelled or killed can go on.
     *
     * @param resume whether to go on with what an earlier run of the same model, pictures and configuration has left, if it has
     * @return what was done; the report lies in its place
     * @throws InvalidInputException when model, pictures or output cannot be used, or there is not memory enough; nothing was
     *         written then
     * @throws org.filterscope.core.progress.CancelledException when the progress says so; no report was written then
     */
    public DiagnosisSummary run(final DiagnosisConfiguration configuration, final boolean resume, final Progress progress)
            throws InvalidInputException {
        return run(configuration, resume, Optional.empty(), progress);
    }

    /**
     * The same for somebody who wants to look at what is known before all is.
     *
     * @param previews gets the directories of reports of what is known so far; each lasts until the next but one is told or the run has ended well
     */
    public DiagnosisSummary run(final DiagnosisConfiguration configuration, final boolean resume, final Optional<Consumer<Path>> previews,
            final Progress progress) throws InvalidInputException {
        final Instant started = Instant.now();
        final PictureFolder folder = PictureFolder.list(configuration.images(), configuration.output());
        final Set<Analysis> plan = AnalysisPlan.of(configuration, folder.classes());
        final Schedule schedule = new Schedule(AnalysisPlan.stages(plan, configuration), progress);
        schedule.begin(Stage.MODEL, 0);
        final String modelDigest = digest(configuration.model());
        final NetworkGraph graph = new NetworkReader().read(configuration.model(), configuration.input().size());
        if (!digest(configuration.model()).equals(modelDigest)) {
            throw new InvalidInputException("%s: the model was written to while it was read; run again when training has saved it"
                    .formatted(configuration.model()));
        }
        final ReceptiveFields fields = new ReceptiveFields(graph);
        final List<String> layers = LayerChoice.of(graph, fields, configuration);
        new GateCheck(configuration).check(layers, folder.classes(), plan);
        final List<String> labels = Labels.read(configuration.labels(), graph.shape(graph.output().name()).channels());
        final InputPreparation preparation = new InputPreparation(configuration.input(), graph.input());
        final Evidence evidence = evidence(configuration, plan, preparation, folder, schedule);
        final Optional<GraphPlan> graphs = plan.contains(Analysis.GRAPH)
                ? Optional.of(GraphPlan.of(configuration, graph, fields, layers, evidence.pools().get(0).pictureClasses())) : Optional.empty();
        final MemoryBound bound = MemoryBound.of(graph, layers, loader.memory());
        bound.check(graph, layers);
        try (ReportTarget target = ReportTarget.reserve(configuration.output())) {
            schedule.begin(Stage.ENGINE, bound.text(MemoryLimit.machine()), 0);
            final Executor executor = loader.load();
            final Workplace workplace = Workplace.open(target.workplace(), key(configuration, modelDigest, executor, layers, evidence, graphs.isPresent()), resume);
            final ReportWriter writer = new ReportWriter(new ReportFiles(target.staging()));
            final int resumed;
            final List<String> findings;
            try (NetworkSession session = executor.open(graph);
                    DiagnosisRun run = new DiagnosisRun(new RunContext(configuration, graph, fields, labels, preparation, session, evidence,
                            graphs, schedule, writer), layers, workplace)) {
                resumed = run.resumed();
                final ManifestMaker manifests = new ManifestMaker(configuration, version, threads, started);
                final Optional<Previews> shown = previews.map(listener -> new Previews(workplace, listener));
                findings = run.run(plan, (results, done) -> {
                    if (shown.isPresent()) {
                        final byte[] digest = run.digest();
                        shown.get().show(run.context(), results, done, ended -> manifests.of(Manifest.PARTIAL, ended, modelDigest, executor, graph,
                                folder, layers, run.facts(), digest));
                    }
                });
                progress.checkCancelled();
                writer.manifest(manifests.of(Manifest.COMPLETE, plan, modelDigest, executor, graph, folder, layers, run.facts(), run.digest()));
            } catch (final IOException e) {
                // A disk that is full is of no use for going on.
                if (e.getCause() instanceof InvalidInputException) {
                    workplace.leave();
                } else {
                    workplace.discard();
                }
                throw e;
            } catch (final InvalidInputException | RuntimeException | Error e) {
                workplace.leave();
                throw e;
            }
            target.publish();
            tidyUp(workplace);
            return new DiagnosisSummary(target.directory(), folder.pictures().size(), layers.size(),
                    layers.stream().mapToInt(layer -> graph.shape(layer).channels()).sum(), Duration.between(started, Instant.now()), resumed,
                    findings);
        } catch (final IOException e) {
            if (e.getCause() instanceof final InvalidInputException cause) {
                throw cause;
            }
            throw ReportTarget.unwritable(configuration.output(), e);
        }
    }

    /** The report lies in its place: what cannot be deleted now, because somebody looks at a preview, the next run deletes. */
    private static void tidyUp(final Workplace workplace) {
        try {
            workplace.discard();
        } catch (final IOException e) {
            LOGGER.log(Level.INFO, "What the run has stored cannot be deleted yet", e);
        }
    }

    private static String digest(final Path model) throws InvalidInputException {
        try {
            return Digests.sha256(model);
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the model cannot be read (%s)".formatted(model, e.getMessage()), e);
        }
    }

    private static Evidence evidence(final DiagnosisConfiguration configuration, final Set<Analysis> plan, final InputPreparation preparation,
            final PictureFolder folder, final Schedule schedule) throws InvalidInputException {
        final Progress progress = schedule.begin(Stage.CHECK, 0);
        final Evidence evidence = Evidence.read(configuration, plan, preparation, folder, progress);
        final PictureDecoder decoder = new PictureDecoder();
        for (final PicturePool pool : evidence.pools()) {
            for (final PictureFile picture : pool.pictures()) {
                progress.checkCancelled();
                decoder.check(picture.file());
                progress.advance(1);
            }
        }
        return evidence;
    }

    private String key(final DiagnosisConfiguration configuration, final String modelDigest, final Executor executor, final List<String> layers,
            final Evidence evidence, final boolean graphs) throws IOException {
        final RunKey key = new RunKey().with(version).with(modelDigest).with(configuration.text()).with(executor.name())
                .with(executor.device()).with(executor.software().toString()).with(Integer.toString(threads))
                .with(String.join("\n", layers));
        for (final PicturePool pool : evidence.pools()) {
            key.with(pool.pictures());
        }
        // Finished graphs are kept, with what landmarks say of them.
        if (graphs && evidence.landmarks().isPresent()) {
            key.with(Digests.sha256(configuration.landmarks().orElseThrow().file()));
        }
        return key.text();
    }
}
