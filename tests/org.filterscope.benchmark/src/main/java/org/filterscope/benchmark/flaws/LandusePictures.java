package org.filterscope.benchmark.flaws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.InputSettings;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureDecoder;

/** The network that tells kinds of land use apart, and its pictures. */
public final class LandusePictures {
    private final Path folder;
    private final NetworkGraph graph;
    private final List<String> labels;
    private final InputPreparation preparation;

    /** @param data folder of the test data */
    public LandusePictures(final Path data) throws IOException, InvalidInputException {
        folder = data.resolve("landuse-ucm");
        final Path model = data.resolve("models/landuse-squeezenet");
        graph = new NetworkReader().read(model.resolve("landuse12.h5"), Optional.empty());
        labels = Files.readAllLines(model.resolve("labels.txt"));
        final InputSettings defaults = InputSettings.DEFAULT;
        preparation = new InputPreparation(new InputSettings(Optional.empty(), 1 / 255.0, defaults.mean(), defaults.std(), defaults.order(),
                defaults.resize(), defaults.resampling()), graph.input());
    }

    public NetworkGraph graph() {
        return graph;
    }

    /** Of the network's outputs. */
    public List<String> labels() {
        return labels;
    }

    /** Some pictures of a class, by name of file, as the network takes them. */
    public List<float[]> of(final String label, final int first, final int end) throws IOException, InvalidInputException {
        final List<float[]> pictures = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve(label))) {
            for (final Path file : files.sorted().skip(first).limit(end - first).toList()) {
                final float[] values = new float[(int) graph.input().size()];
                preparation.write(preparation.fit(new PictureDecoder().read(file)), values, 0);
                pictures.add(values);
            }
        }
        return pictures;
    }
}
