package org.filterscope.benchmark.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.filterscope.analysis.graph.GraphMaps;
import org.filterscope.analysis.graph.MapGrid;
import org.filterscope.analysis.graph.ResponseScales;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.InputSettings;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.Picture;
import org.filterscope.engine.picture.PictureDecoder;

/** What SqueezeNet says of the animals, cut out and stretched to its input; scales are from 150 other pictures. */
public final class AnimalMaps implements AutoCloseable {
    private static final int BATCH = 10;

    private final AnimalTable table;
    private final List<String> layers;
    private final NetworkSession session;
    private final InputPreparation preparation;
    private final ReceptiveFields fields;
    private final Map<String, float[]> scales = new HashMap<>();

    /**
     * @param data   folder of the test data
     * @param layers top layer first
     */
    public AnimalMaps(final Path data, final List<String> layers, final Executor executor) throws IOException, InvalidInputException {
        this.layers = layers;
        table = new AnimalTable(data.resolve("parts-animals"));
        final NetworkGraph graph = new NetworkReader().read(data.resolve("models/squeezenet10-imagenet/squeezenet10_imagenet_rgb01.h5"),
                Optional.empty());
        final InputSettings defaults = InputSettings.DEFAULT;
        preparation = new InputPreparation(new InputSettings(Optional.empty(), 1 / 255.0, defaults.mean(), defaults.std(), defaults.order(),
                defaults.resize(), defaults.resampling()), graph.input());
        fields = new ReceptiveFields(graph);
        session = executor.open(graph);
        final List<Picture> others = new ArrayList<>();
        try (Stream<Path> files = Files.list(data.resolve("imagenet-sample/images"))) {
            for (final Path file : files.sorted().toList()) {
                others.add(new PictureDecoder().read(file));
            }
        }
        for (final Map.Entry<String, MemoryMaps> layer : maps(others, false).entrySet()) {
            scales.put(layer.getKey(), ResponseScales.of(layer.getValue(), Progress.NONE));
        }
    }

    public AnimalTable table() {
        return table;
    }

    public Species species(final String name) throws InvalidInputException {
        final List<AnimalTable.Animal> animals = table.animals(name);
        final int side = preparation.shape().rows();
        final double[][] rows = new double[2][animals.size()];
        final double[][] cols = new double[2][animals.size()];
        final List<Picture> crops = new ArrayList<>();
        for (int picture = 0; picture < animals.size(); picture++) {
            final Picture crop = animals.get(picture).crop();
            crops.add(crop);
            for (int part = 0; part < 2; part++) {
                rows[part][picture] = animals.get(picture).row(part == 0, crop, side);
                cols[part][picture] = animals.get(picture).col(part == 0, crop, side);
            }
        }
        final Map<String, MemoryMaps> direct = maps(crops, false);
        final Map<String, MemoryMaps> mirrored = maps(crops, true);
        final List<GraphMaps> maps = layers.stream().map(layer -> new GraphMaps(layer, MapGrid.of(direct.get(layer).shape(),
                fields.vertical(layer), fields.horizontal(layer)), direct.get(layer), mirrored.get(layer), scales.get(layer))).toList();
        return new Species(name, side, maps, rows, cols);
    }

    private Map<String, MemoryMaps> maps(final List<Picture> pictures, final boolean mirrored) {
        final Map<String, MemoryMaps> maps = new HashMap<>();
        layers.forEach(layer -> maps.put(layer, new MemoryMaps(session.graph().shape(layer), new ArrayList<>())));
        final int size = (int) preparation.shape().size();
        for (int from = 0; from < pictures.size(); from += BATCH) {
            final int number = Math.min(BATCH, pictures.size() - from);
            final float[] input = new float[number * size];
            for (int i = 0; i < number; i++) {
                preparation.write(preparation.fit(pictures.get(from + i)), input, i * size);
            }
            session.forward(new FeatureMaps(number, preparation.shape(), mirrored ? mirrored(input) : input), Set.copyOf(layers))
                    .forEach((layer, found) -> split(found, maps.get(layer).values()));
        }
        return maps;
    }

    private float[] mirrored(final float[] input) {
        final int cols = preparation.shape().cols();
        final float[] mirrored = new float[input.length];
        for (int i = 0; i < input.length; i++) {
            mirrored[i] = input[i - i % cols + cols - 1 - i % cols];
        }
        return mirrored;
    }

    private static void split(final FeatureMaps found, final List<float[]> pictures) {
        final int size = (int) found.shape().size();
        for (int i = 0; i < found.images(); i++) {
            final float[] values = new float[size];
            System.arraycopy(found.values(), i * size, values, 0, size);
            pictures.add(values);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
