package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Manifest;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.ReportTarget;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.picture.Digests;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;

/** Runs the analyses of a configuration and writes the report. For one thread. */
public final class Diagnosis {
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
     * @return what was done; the report lies in its place
     * @throws InvalidInputException when model, pictures or output cannot be used; nothing was written then
     * @throws org.filterscope.core.progress.CancelledException when the progress says so; nothing was written then
     */
    public DiagnosisSummary run(final DiagnosisConfiguration configuration, final Progress progress) throws InvalidInputException {
        final Instant started = Instant.now();
        Stage.MODEL.begin(progress, 0);
        final String modelDigest = digest(configuration.model());
        final NetworkGraph graph = new NetworkReader().read(configuration.model(), configuration.input().size());
        if (!digest(configuration.model()).equals(modelDigest)) {
            throw new InvalidInputException("%s: the model was written to while it was read; run again when training has saved it"
                    .formatted(configuration.model()));
        }
        final ReceptiveFields fields = new ReceptiveFields(graph);
        final List<String> layers = LayerChoice.of(graph, fields, configuration);
        final List<String> labels = Labels.read(configuration.labels(), graph.shape(graph.output().name()).channels());
        final InputPreparation preparation = new InputPreparation(configuration.input(), graph.input());
        final PictureFolder folder = PictureFolder.list(configuration.images(), configuration.output());
        check(folder, progress);
        try (ReportTarget target = ReportTarget.reserve(configuration.output())) {
            Stage.ENGINE.begin(progress, 0);
            final Executor executor = loader.load();
            final ReportWriter writer = new ReportWriter(new ReportFiles(target.staging()));
            final FilterRun run = new FilterRun(executor, graph, fields, layers, labels, preparation, folder, configuration.filters());
            final byte[] digest = run.run(writer, progress);
            progress.checkCancelled();
            writer.manifest(manifest(configuration, modelDigest, executor, graph, folder, layers, digest, started));
            target.publish();
            return new DiagnosisSummary(target.directory(), folder.pictures().size(), layers.size(),
                    layers.stream().mapToInt(layer -> graph.shape(layer).channels()).sum(), Duration.between(started, Instant.now()), run.predictions());
        } catch (final IOException e) {
            throw ReportTarget.unwritable(configuration.output(), e);
        }
    }

    private static String digest(final Path model) throws InvalidInputException {
        try {
            return Digests.sha256(model);
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the model cannot be read (%s)".formatted(model, e.getMessage()), e);
        }
    }

    private static void check(final PictureFolder folder, final Progress progress) throws InvalidInputException {
        Stage.CHECK.begin(progress, folder.pictures().size());
        final PictureDecoder decoder = new PictureDecoder();
        for (final PictureFile picture : folder.pictures()) {
            progress.checkCancelled();
            decoder.check(picture.file());
            progress.advance(1);
        }
    }

    private Manifest manifest(final DiagnosisConfiguration configuration, final String modelDigest, final Executor executor,
            final NetworkGraph graph, final PictureFolder folder, final List<String> layers, final byte[] digest, final Instant started) {
        final Map<String, String> software = new TreeMap<>(executor.software());
        software.put("java", System.getProperty("java.version"));
        software.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return new Manifest(Manifest.SCHEMA, Manifest.TOOL, version, Manifest.COMPLETE,
                new Manifest.Model(configuration.model().toString(), modelDigest, graph.format(),
                        List.of(graph.input().channels(), graph.input().rows(), graph.input().cols())),
                new Manifest.Data(configuration.images().folder().toString(), folder.pictures().size(), HexFormat.of().formatHex(digest),
                        folder.classes()),
                configuration.text(), configuration.analyses().stream().map(Analysis::key).toList(), layers,
                configuration.images().seed(), "cpu", executor.name(), threads, software,
                new Manifest.Times(started.truncatedTo(ChronoUnit.SECONDS).toString(),
                        Duration.between(started, Instant.now()).toMillis() / 1000.0));
    }
}
