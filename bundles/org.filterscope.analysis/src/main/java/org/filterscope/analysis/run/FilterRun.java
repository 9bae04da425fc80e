package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.filters.FilterStatistics;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.FilterSettings;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.core.report.TopRow;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.Digests;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureBatch;
import org.filterscope.engine.picture.PictureBatches;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;

/** One pass of all pictures through the network for the analysis {@code filters}, and its tables. */
final class FilterRun {
    private final Executor executor;
    private final NetworkGraph graph;
    private final ReceptiveFields fields;
    private final List<String> layers;
    private final List<String> labels;
    private final InputPreparation preparation;
    private final PictureFolder folder;
    private final FilterSettings settings;
    private final Confusions confusions;

    FilterRun(final Executor executor, final NetworkGraph graph, final ReceptiveFields fields, final List<String> layers,
            final List<String> labels, final InputPreparation preparation, final PictureFolder folder, final FilterSettings settings) {
        this.executor = executor;
        this.graph = graph;
        this.fields = fields;
        this.layers = layers;
        this.labels = labels;
        this.preparation = preparation;
        this.folder = folder;
        this.settings = settings;
        confusions = new Confusions(labels);
    }

    /** @return SHA-256 over all pictures, as the manifest defines it */
    byte[] run(final ReportWriter writer, final Progress progress) throws InvalidInputException, IOException {
        final Map<String, FilterStatistics> statistics = new LinkedHashMap<>();
        layers.forEach(layer -> statistics.put(layer, new FilterStatistics(graph.shape(layer), folder.classes().size(), settings.top())));
        final byte[] digest = pass(writer, statistics, progress);
        final Set<String> shown = writeTables(writer, statistics);
        writeThumbnails(writer, shown, progress);
        return digest;
    }

    /** After {@link #run}: what the network said of the pictures, in lines for a person. */
    List<String> predictions() {
        return confusions.text();
    }

    private byte[] pass(final ReportWriter writer, final Map<String, FilterStatistics> statistics, final Progress progress)
            throws InvalidInputException, IOException {
        final Map<String, Integer> classes = new HashMap<>();
        folder.classes().forEach(name -> classes.put(name, classes.size()));
        final MessageDigest digest = Digests.sha256();
        final String output = graph.output().name();
        final ClassScores scores = new ClassScores(graph);
        final Set<String> taps = new LinkedHashSet<>(layers);
        taps.add(output);
        Stage.PICTURES.begin(progress, folder.pictures().size());
        int first = 0;
        try (NetworkSession session = executor.open(graph);
                Predictions predictions = new Predictions(writer, labels);
                PictureBatches batches = new PictureBatches(folder.pictures(), preparation, BatchSize.of(graph, layers))) {
            for (Optional<PictureBatch> next = batches.next(); next.isPresent(); next = batches.next()) {
                progress.checkCancelled();
                final PictureBatch batch = next.get();
                final Map<String, FeatureMaps> maps = session.forward(batch.input(), taps);
                checkNumbers(maps, batch);
                final int[] batchClasses = batch.pictures().stream().mapToInt(picture -> classes.getOrDefault(picture.label(), -1)).toArray();
                for (final String layer : layers) {
                    statistics.get(layer).add(maps.get(layer), first, batchClasses);
                }
                final FeatureMaps guesses = scores.of(maps.get(output));
                predictions.write(batch.pictures(), guesses);
                for (int image = 0; image < guesses.images(); image++) {
                    confusions.add(batch.pictures().get(image).label(), guesses.values(), guesses.start(image, 0));
                }
                update(digest, batch);
                first += batch.pictures().size();
                progress.advance(batch.pictures().size());
            }
        }
        return digest.digest();
    }

    /** Weights that broke in training make numbers that are none; statistics over them would look like findings. */
    private static void checkNumbers(final Map<String, FeatureMaps> maps, final PictureBatch batch) throws InvalidInputException {
        for (final Map.Entry<String, FeatureMaps> layer : maps.entrySet()) {
            final float[] values = layer.getValue().values();
            for (int i = 0; i < values.length; i++) {
                if (!Float.isFinite(values[i])) {
                    throw new InvalidInputException("layer '%s' gives %s on %s; the model's weights or the input's settings are broken"
                            .formatted(layer.getKey(), values[i], batch.pictures().get((int) (i / layer.getValue().shape().size())).path()));
                }
            }
        }
    }

    /** @return the pictures that are among the tops of any filter */
    private Set<String> writeTables(final ReportWriter writer, final Map<String, FilterStatistics> statistics) throws IOException {
        final List<LayerRow> rows = new ArrayList<>();
        final Set<String> shown = new LinkedHashSet<>();
        final List<String> paths = folder.pictures().stream().map(PictureFile::path).toList();
        for (final Map.Entry<String, FilterStatistics> entry : statistics.entrySet()) {
            final String layer = entry.getKey();
            rows.add(layerRow(graph.node(layer).orElseThrow()));
            writer.filters(layer, entry.getValue().filters());
            writer.classes(layer, entry.getValue().classes(folder.classes()));
            final List<TopRow> tops = entry.getValue().tops(paths, fields.vertical(layer), fields.horizontal(layer), graph.input());
            writer.tops(layer, tops);
            tops.forEach(top -> shown.add(top.picture()));
        }
        writer.layers(rows);
        return shown;
    }

    private LayerRow layerRow(final Node node) {
        final Shape shape = graph.shape(node.name());
        return new LayerRow(node.name(), node.operator().kind(), shape.channels(), shape.rows(), shape.cols(),
                field(fields.vertical(node.name())), field(fields.horizontal(node.name())));
    }

    private static FieldRow field(final ReceptiveField field) {
        return new FieldRow(field.stride(), field.size(), field.centre());
    }

    private void writeThumbnails(final ReportWriter writer, final Set<String> shown, final Progress progress)
            throws InvalidInputException, IOException {
        Stage.THUMBNAILS.begin(progress, shown.size());
        final PictureDecoder decoder = new PictureDecoder();
        final ThumbnailSheets sheets = new ThumbnailSheets(writer.files(), graph.input());
        for (final PictureFile picture : folder.pictures()) {
            if (shown.contains(picture.path())) {
                progress.checkCancelled();
                sheets.add(picture.path(), preparation.fit(decoder.read(picture.file())).picture());
                progress.advance(1);
            }
        }
        writer.thumbnails(sheets.finish());
    }

    private static void update(final MessageDigest digest, final PictureBatch batch) {
        for (int i = 0; i < batch.pictures().size(); i++) {
            digest.update(batch.pictures().get(i).path().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(HexFormat.of().formatHex(batch.digests().get(i)).getBytes(StandardCharsets.US_ASCII));
            digest.update((byte) '\n');
        }
    }
}
