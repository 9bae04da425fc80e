package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.filterscope.analysis.maps.MapStore;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.Digests;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;

/** One diagnosis once everything is read: shows the pictures to the network, then lets one analysis after the other look at what it said. */
final class DiagnosisRun {
    private final DiagnosisConfiguration configuration;
    private final Set<Analysis> plan;
    private final NetworkGraph graph;
    private final ReceptiveFields fields;
    private final List<String> layers;
    private final List<String> labels;
    private final InputPreparation preparation;
    private final PictureFolder folder;
    private final Schedule schedule;
    private final List<String> findings = new ArrayList<>();
    private int resumed;

    DiagnosisRun(final DiagnosisConfiguration configuration, final Set<Analysis> plan, final NetworkGraph graph, final ReceptiveFields fields,
            final List<String> layers, final List<String> labels, final InputPreparation preparation, final PictureFolder folder,
            final Schedule schedule) {
        this.configuration = configuration;
        this.plan = plan;
        this.graph = graph;
        this.fields = fields;
        this.layers = layers;
        this.labels = labels;
        this.preparation = preparation;
        this.folder = folder;
        this.schedule = schedule;
    }

    /** @return SHA-256 over all pictures, as the manifest defines it */
    byte[] run(final Executor executor, final Workplace workplace, final ReportWriter writer) throws InvalidInputException, IOException {
        final Set<String> taps = new LinkedHashSet<>(layers);
        taps.add(graph.output().name());
        final List<String> stored = List.copyOf(taps);
        final int batch = BatchSize.of(graph, stored);
        try (NetworkSession session = executor.open(graph);
                MapStore store = new MapStore(workplace.maps(0), graph, stored, batch, folder.pictures().size())) {
            resumed = store.pictures();
            final Progress progress = schedule.begin(Stage.PICTURES, folder.pictures().size());
            new PicturePass(session, stored, preparation, batch).run(folder.pictures(), store, progress);
            findings.addAll(new PredictionTables(graph, labels, folder).write(store.layer(graph.output().name()), writer));
            writer.layers(layers.stream().map(layer -> layerRow(graph.node(layer).orElseThrow())).toList());
            final List<LayerResult> results = filters(store, writer);
            for (final LayerResult result : results) {
                result.write(writer);
            }
            new Thumbnails(preparation, graph.input()).write(FilterTables.shown(results, folder), folder, writer,
                    pictures -> schedule.begin(Stage.THUMBNAILS, pictures));
            return digest(store);
        }
    }

    /** After {@link #run}: what was seen, in lines for a person. */
    List<String> findings() {
        return List.copyOf(findings);
    }

    /** After {@link #run}: how many pictures an earlier run had shown. */
    int resumed() {
        return resumed;
    }

    private List<LayerResult> filters(final MapStore store, final ReportWriter writer) throws IOException {
        final FilterTables tables = new FilterTables(graph, fields, folder, configuration.filters().top(), writer);
        final Progress progress = schedule.begin(Stage.FILTERS, (long) layers.size() * folder.pictures().size());
        final List<LayerResult> results = new ArrayList<>();
        for (final String layer : layers) {
            results.add(tables.write(layer, store.layer(layer), progress));
        }
        return results;
    }

    private LayerRow layerRow(final Node node) {
        final Shape shape = graph.shape(node.name());
        return new LayerRow(node.name(), node.operator().kind(), shape.channels(), shape.rows(), shape.cols(),
                field(fields.vertical(node.name())), field(fields.horizontal(node.name())));
    }

    private static FieldRow field(final ReceptiveField field) {
        return new FieldRow(field.stride(), field.size(), field.centre());
    }

    private byte[] digest(final MapStore store) throws IOException {
        final MessageDigest digest = Digests.sha256();
        for (int i = 0; i < folder.pictures().size(); i++) {
            final PictureFile picture = folder.pictures().get(i);
            digest.update(picture.path().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(HexFormat.of().formatHex(store.digest(i)).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) '\n');
        }
        return digest.digest();
    }
}
