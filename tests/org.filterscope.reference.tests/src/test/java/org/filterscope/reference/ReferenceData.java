package org.filterscope.reference;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.Gson;
import com.google.gson.JsonArray;

/** Numbers that other programs computed; tests that need them skip where the folder is absent. */
record ReferenceData(Path folder) {

    /** {@code reference.json} of one network. */
    record Reference(List<Item> items) {
    }

    /**
     * @param file         the network's exact input
     * @param source       the picture it was made of
     * @param top          index, name and probability of the best classes
     * @param layer        that was measured
     * @param layer_shape  rows, columns, channels
     * @param channel_mean of the first channels
     * @param channel_max  of the first channels
     * @param logit_top    of the best class; null where there is none
     * @param gradcam      rows of the Grad-CAM map of the best class at the layer, without its final ReLU; null where there is none
     */
    record Item(String file, String source, List<JsonArray> top, String layer, List<Integer> layer_shape, List<Double> channel_mean,
            List<Double> channel_max, Double logit_top, double[][] gradcam) {
    }

    static ReferenceData find() {
        final Path folder = Path.of(System.getProperty("filterscope.data"));
        assumeTrue(Files.isDirectory(folder), () -> "skipped: the reference data are not here (" + folder + ")");
        return new ReferenceData(folder);
    }

    Path file(final String path) {
        return folder.resolve(path);
    }

    Reference reference(final String network) throws IOException {
        return new Gson().fromJson(Files.readString(file("reference/" + network + "/reference.json")), Reference.class);
    }
}
