package org.filterscope.fuzz.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.testkit.KerasModel;

/** Models as Keras writes them. */
public final class KerasSeeds {
    private static final String CONVOLUTION = "{\"filters\": 2, \"kernel_size\": [3, 3], \"strides\": [1, 1], \"padding\": \"same\","
            + " \"dilation_rate\": [1, 1], \"groups\": 1, \"activation\": \"relu\", \"use_bias\": true, \"data_format\": \"channels_last\"}";

    private final Path root;
    private final Path folder;

    /**
     * @param root   of the project's sources
     * @param folder to write in
     */
    public KerasSeeds(final Path root, final Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /** HDF5: in the oldest form of the format, whose headers have no checksums, as Keras writes it; and in the newest. */
    public List<byte[]> hdf5() throws IOException {
        return List.of(written(), Files.readAllBytes(model().write(folder.resolve("seed.h5"))));
    }

    /** Archives. */
    public List<byte[]> archives() throws IOException {
        return List.of(Files.readAllBytes(model().version("3.0.0").writeArchive(folder.resolve("seed.keras"),
                Map.of("conv", "layers/conv2d", "norm", "layers/batch_normalization", "dense", "layers/dense"))));
    }

    /** By Keras 3 itself, see the engine's tests, which have it among their resources. */
    private byte[] written() throws IOException {
        return Files.readAllBytes(root.resolve("bundles/org.filterscope.engine/src/test/resources/org/filterscope/engine/keras/transfer.h5"));
    }

    private static KerasModel model() {
        return new KerasModel().input(6, 6, 2)
                .layer("Conv2D", "conv", CONVOLUTION, weights("kernel", new float[3][3][2][2], "bias", new float[2]))
                .layer("BatchNormalization", "norm", "{\"axis\": [3], \"epsilon\": 0.001}", weights("gamma", new float[2], "beta", new float[2],
                        "moving_mean", new float[2], "moving_variance", new float[2]))
                .layer("MaxPooling2D", "pool", "{\"pool_size\": [2, 2], \"strides\": [2, 2], \"padding\": \"valid\"}")
                .layer("UpSampling2D", "up", "{\"size\": [2, 2], \"interpolation\": \"nearest\"}")
                .layer("Add", "sum", "{}", List.of("up", "norm"), Map.of())
                .layer("ZeroPadding2D", "pad", "{\"padding\": [[1, 1], [2, 2]]}").layer("Reshape", "reshape", "{\"target_shape\": [10, 8, 2]}")
                .layer("GlobalAveragePooling2D", "mean", "{}")
                .layer("Dense", "dense", "{\"units\": 2, \"activation\": \"softmax\"}", weights("kernel", new float[2][2], "bias", new float[2]));
    }

    /** In the order in which Keras stores them. */
    private static Map<String, Object> weights(final Object... rolesAndValues) {
        final Map<String, Object> weights = new LinkedHashMap<>();
        for (int i = 0; i < rolesAndValues.length; i += 2) {
            weights.put((String) rolesAndValues[i], rolesAndValues[i + 1]);
        }
        return weights;
    }
}
