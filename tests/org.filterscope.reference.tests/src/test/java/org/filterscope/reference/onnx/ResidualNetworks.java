package org.filterscope.reference.onnx;

import java.util.ArrayList;
import java.util.List;

/** Networks whose branches meet; widths and pictures divided, so that a test takes a second. */
final class ResidualNetworks {

    private ResidualNetworks() {
    }

    /** He et al. 2015, 18 layers; an eighth of the width, pictures of 64. */
    static TorchModel resNet18(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = stem(m, 8);
        final int[] blocks = {2, 2, 2, 2};
        for (int layer = 0; layer < blocks.length; layer++) {
            for (int block = 0; block < blocks[layer]; block++) {
                final String name = "layer%d.%d".formatted(layer + 1, block);
                final int width = 8 << layer;
                final int stride = layer > 0 && block == 0 ? 2 : 1;
                String y = m.relu(name + ".relu", m.norm(name + ".bn1", m.bare(name + ".conv1", x, width, 3, stride, 1, 1)));
                y = m.norm(name + ".bn2", m.bare(name + ".conv2", y, width, 3, 1, 1, 1));
                x = join(m, name, x, y, width, stride);
            }
        }
        return head(m, x);
    }

    /** He et al. 2015, 50 layers; an eighth of the width, pictures of 64. */
    static TorchModel resNet50(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = stem(m, 8);
        final int[] blocks = {3, 4, 6, 3};
        for (int layer = 0; layer < blocks.length; layer++) {
            for (int block = 0; block < blocks[layer]; block++) {
                final String name = "layer%d.%d".formatted(layer + 1, block);
                final int width = 8 << layer;
                final int stride = layer > 0 && block == 0 ? 2 : 1;
                String y = m.relu(name + ".relu", m.norm(name + ".bn1", m.bare(name + ".conv1", x, width, 1, 1, 0, 1)));
                y = m.relu(name + ".relu_1", m.norm(name + ".bn2", m.bare(name + ".conv2", y, width, 3, stride, 1, 1)));
                y = m.norm(name + ".bn3", m.bare(name + ".conv3", y, 4 * width, 1, 1, 0, 1));
                x = join(m, name, x, y, 4 * width, stride);
            }
        }
        return head(m, x);
    }

    /** Huang et al. 2017 with the blocks of DenseNet-121; growth 4 instead of 32, half the layers, pictures of 64. */
    static TorchModel denseNet(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = m.relu("features.relu0", m.norm("features.norm0", m.bare("features.conv0", m.input(3, 64, 64), 8, 7, 2, 3, 1)));
        x = m.maxPool("features.pool0", x, 3, 2, 1, false);
        final int[] blocks = {3, 6, 12, 8};
        for (int block = 1; block <= blocks.length; block++) {
            final String name = "features.denseblock" + block;
            final List<String> parts = new ArrayList<>(List.of(x));
            for (int layer = 1; layer <= blocks[block - 1]; layer++) {
                final String inner = name + ".denselayer" + layer;
                String y = layer == 1 ? x : m.concat(inner, parts);
                y = m.bare(inner + ".conv1", m.relu(inner + ".relu1", m.norm(inner + ".norm1", y)), 16, 1, 1, 0, 1);
                parts.add(m.bare(inner + ".conv2", m.relu(inner + ".relu2", m.norm(inner + ".norm2", y)), 4, 3, 1, 1, 1));
            }
            x = m.concat(name, parts);
            if (block < blocks.length) {
                final String transition = "features.transition" + block;
                x = m.bare(transition + ".conv", m.relu(transition + ".relu", m.norm(transition + ".norm", x)), m.channels(x) / 2, 1, 1, 0, 1);
                x = m.averagePool(transition + ".pool", x, 2, 2, 0);
            }
        }
        x = m.globalPool("pool", m.relu("relu", m.norm("features.norm5", x)));
        m.linear("classifier", m.flatten(x, m.channels(x)), 10);
        return m.finish();
    }

    /** Szegedy et al. 2015, one block of each kind of Inception v3 behind its stem; an eighth of the width, pictures of 79. */
    static TorchModel inception(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = unit(m, "Conv2d_1a_3x3", m.input(3, 79, 79), 4, 3, 3, 2, 0, 0);
        x = unit(m, "Conv2d_2b_3x3", unit(m, "Conv2d_2a_3x3", x, 4, 3, 3, 1, 0, 0), 8, 3, 3, 1, 1, 1);
        x = m.maxPool("maxpool1", x, 3, 2, 0, false);
        x = m.maxPool("maxpool2", unit(m, "Conv2d_4a_3x3", unit(m, "Conv2d_3b_1x1", x, 10, 1, 1, 1, 0, 0), 24, 3, 3, 1, 0, 0), 3, 2, 0, false);
        x = m.concat("Mixed_5b", List.of(unit(m, "Mixed_5b.branch1x1", x, 8, 1, 1, 1, 0, 0),
                unit(m, "Mixed_5b.branch5x5_2", unit(m, "Mixed_5b.branch5x5_1", x, 6, 1, 1, 1, 0, 0), 8, 5, 5, 1, 2, 2),
                unit(m, "Mixed_5b.branch_pool", m.averagePool("Mixed_5b.pool", x, 3, 1, 1), 4, 1, 1, 1, 0, 0)));
        x = m.concat("Mixed_6a", List.of(unit(m, "Mixed_6a.branch3x3", x, 12, 3, 3, 2, 0, 0), m.maxPool("Mixed_6a.pool", x, 3, 2, 0, false)));
        final String seven = unit(m, "Mixed_6b.branch7x7_2", unit(m, "Mixed_6b.branch7x7_1", x, 8, 1, 1, 1, 0, 0), 8, 1, 7, 1, 0, 3);
        x = m.concat("Mixed_6b", List.of(unit(m, "Mixed_6b.branch1x1", x, 12, 1, 1, 1, 0, 0),
                unit(m, "Mixed_6b.branch7x7_3", seven, 12, 7, 1, 1, 3, 0)));
        final String three = unit(m, "Mixed_7b.branch3x3_1", x, 16, 1, 1, 1, 0, 0);
        x = m.concat("Mixed_7b", List.of(unit(m, "Mixed_7b.branch1x1", x, 16, 1, 1, 1, 0, 0),
                m.concat("Mixed_7b.branch3x3", List.of(unit(m, "Mixed_7b.branch3x3_2a", three, 16, 1, 3, 1, 0, 1),
                        unit(m, "Mixed_7b.branch3x3_2b", three, 16, 3, 1, 1, 1, 0)))));
        m.linear("fc", m.view(m.globalPool("avgpool", x), m.channels(x)), 10);
        return m.finish();
    }

    private static String unit(final TorchModel m, final String name, final String x, final int width, final int rows, final int cols,
            final int stride, final int padRows, final int padCols) {
        final String conv = m.conv(name + ".conv", x, width, new int[] {rows, cols}, stride, new int[] {padRows, padCols}, 1, false);
        return m.relu(name + ".relu", m.norm(name + ".bn", conv));
    }

    private static String stem(final TorchModel m, final int width) {
        return m.maxPool("maxpool", m.relu("relu", m.norm("bn1", m.bare("conv1", m.input(3, 64, 64), width, 7, 2, 3, 1))), 3, 2, 1, false);
    }

    private static String join(final TorchModel m, final String name, final String x, final String y, final int width, final int stride) {
        final String short1 = stride == 1 && m.channels(x) == width ? x
                : m.norm(name + ".downsample.1", m.bare(name + ".downsample.0", x, width, 1, stride, 0, 1));
        return m.relu(name + ".relu_2", m.add(name, y, short1));
    }

    private static TorchModel head(final TorchModel m, final String x) {
        m.linear("fc", m.flatten(m.globalPool("avgpool", x), m.channels(x)), 10);
        return m.finish();
    }
}
