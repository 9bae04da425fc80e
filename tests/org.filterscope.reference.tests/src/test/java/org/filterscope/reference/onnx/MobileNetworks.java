package org.filterscope.reference.onnx;

import java.util.List;

/** Networks of depthwise convolutions; widths and pictures divided, so that a test takes a second. */
final class MobileNetworks {

    private MobileNetworks() {
    }

    /** Howard et al. 2017; an eighth of the width, pictures of 64. */
    static TorchModel mobileNet1(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = clipped(m, "model.0", m.input(3, 64, 64), 4, 3, 2, 1);
        final int[][] blocks = {{8, 1}, {16, 2}, {16, 1}, {32, 2}, {32, 1}, {64, 2}, {64, 1}, {64, 1}, {64, 1}, {64, 1}, {64, 1}, {128, 2}, {128, 1}};
        int number = 1;
        for (final int[] block : blocks) {
            x = clipped(m, "model." + number + ".depthwise", x, m.channels(x), 3, block[1], m.channels(x));
            x = clipped(m, "model." + number++ + ".pointwise", x, block[0], 1, 1, 1);
        }
        m.linear("fc", m.flatten(m.globalPool("pool", x), m.channels(x)), 10);
        return m.finish();
    }

    /** Sandler et al. 2018; a quarter of the width, half the blocks, pictures of 64. */
    static TorchModel mobileNet2(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = clipped(m, "features.0", m.input(3, 64, 64), 8, 3, 2, 1);
        final int[][] blocks = {{1, 4, 1}, {6, 6, 2}, {6, 6, 1}, {6, 8, 2}, {6, 8, 1}, {6, 16, 2}, {6, 16, 1}, {6, 24, 1}, {6, 40, 2}, {6, 80, 1}};
        int number = 1;
        for (final int[] block : blocks) {
            final String name = "features." + number++;
            final int wide = m.channels(x) * block[0];
            int step = 0;
            String y = x;
            if (block[0] > 1) {
                y = clipped(m, name + ".conv." + step++, y, wide, 1, 1, 1);
            }
            y = clipped(m, name + ".conv." + step++, y, wide, 3, block[2], wide);
            y = m.norm(name + ".conv." + (step + 1), m.bare(name + ".conv." + step, y, block[1], 1, 1, 0, 1));
            x = block[2] == 1 && m.channels(x) == block[1] ? m.add(name, x, y) : y;
        }
        x = clipped(m, "features." + number, x, 128, 1, 1, 1);
        m.linear("classifier.1", m.flatten(m.globalPool("pool", x), m.channels(x)), 10);
        return m.finish();
    }

    /** Howard et al. 2019 with squeeze and excitation and hard-swish; half the blocks, a quarter of the width, pictures of 64. */
    static TorchModel mobileNet3(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = m.hardSwish("features.0.2", m.norm("features.0.1", m.bare("features.0.0", m.input(3, 64, 64), 8, 3, 2, 1, 1)));
        final int[][] blocks = {{8, 8, 2, 3, 1, 0}, {24, 8, 2, 3, 0, 0}, {32, 12, 2, 5, 1, 1}, {60, 12, 1, 5, 1, 1}, {72, 24, 2, 5, 1, 1}};
        int number = 1;
        for (final int[] b : blocks) {
            final String name = "features.%d.block".formatted(number++);
            String y = active(m, name + ".0.2", m.norm(name + ".0.1", m.bare(name + ".0.0", x, b[0], 1, 1, 0, 1)), b[5]);
            y = active(m, name + ".1.2", m.norm(name + ".1.1", m.bare(name + ".1.0", y, b[0], b[3], b[2], b[3] / 2, b[0])), b[5]);
            if (b[4] == 1) {
                final String squeeze = m.globalPool(name + ".2.avgpool", y);
                final String inner = m.relu(name + ".2.activation", m.conv(name + ".2.fc1", squeeze, 8, 1, 1, 0));
                final String gate = m.same(name + ".2.scale_activation", "HardSigmoid", m.conv(name + ".2.fc2", inner, b[0], 1, 1, 0),
                        OnnxModel.real("alpha", 1.0 / 6), OnnxModel.real("beta", 0.5));
                y = m.times(name + ".2", gate, y);
            }
            y = m.norm(name + ".3.1", m.bare(name + ".3.0", y, b[1], 1, 1, 0, 1));
            x = b[2] == 1 && m.channels(x) == b[1] ? m.add("features." + (number - 1), y, x) : y;
        }
        x = m.flatten(m.globalPool("avgpool", x), m.channels(x));
        m.linear("classifier.3", m.hardSwish("classifier.1", m.linear("classifier.0", x, 48)), 10);
        return m.finish();
    }

    /** Tan and Le 2019: swish and squeeze and excitation; one block a stage, a quarter of the width, pictures of 64. */
    static TorchModel efficientNet(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = m.swish("features.0.2", m.norm("features.0.1", m.bare("features.0.0", m.input(3, 64, 64), 8, 3, 2, 1, 1)));
        final int[][] blocks = {{4, 1, 3}, {6, 2, 3}, {10, 2, 5}, {20, 2, 3}, {20, 1, 5}, {48, 2, 5}};
        int number = 1;
        for (final int[] b : blocks) {
            final String name = "features.%d.0.block".formatted(number++);
            final int wide = 6 * m.channels(x);
            String y = m.swish(name + ".0.2", m.norm(name + ".0.1", m.bare(name + ".0.0", x, wide, 1, 1, 0, 1)));
            y = m.swish(name + ".1.2", m.norm(name + ".1.1", m.bare(name + ".1.0", y, wide, b[2], b[1], b[2] / 2, wide)));
            final String inner = m.swish(name + ".2.activation", m.conv(name + ".2.fc1", m.globalPool(name + ".2.avgpool", y), 4, 1, 1, 0));
            final String gate = m.same(name + ".2.scale_activation", "Sigmoid", m.conv(name + ".2.fc2", inner, wide, 1, 1, 0));
            y = m.norm(name + ".3.1", m.bare(name + ".3.0", m.times(name + ".2", gate, y), b[0], 1, 1, 0, 1));
            x = b[1] == 1 && m.channels(x) == b[0] ? m.add("features." + number, y, x) : y;
        }
        m.linear("classifier.1", m.flatten(m.globalPool("avgpool", x), m.channels(x)), 10);
        return m.finish();
    }

    /** Ma et al. 2018: channels are split, and shuffled by reshaping and transposing; a quarter of the blocks, pictures of 64. */
    static TorchModel shuffleNet(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = m.maxPool("maxpool", m.relu("conv1.2", m.norm("conv1.1", m.bare("conv1.0", m.input(3, 64, 64), 8, 3, 2, 1, 1))), 3, 2, 1, false);
        int side = 16;
        for (int stage = 2; stage <= 4; stage++) {
            final int width = 8 << (stage - 2);
            side /= 2;
            for (int block = 0; block < 2; block++) {
                final String name = "stage%d.%d".formatted(stage, block);
                final List<String> halves = block == 0 ? List.of(x, x) : m.split(name, x);
                final int stride = block == 0 ? 2 : 1;
                final String left = block > 0 ? halves.get(0)
                        : point(m, name + ".branch1", 2, m.norm(name + ".branch1.1",
                                m.bare(name + ".branch1.0", x, m.channels(x), 3, 2, 1, m.channels(x))), width);
                String right = point(m, name + ".branch2", 0, halves.get(1), width);
                right = m.norm(name + ".branch2.4", m.bare(name + ".branch2.3", right, width, 3, stride, 1, width));
                right = point(m, name + ".branch2", 5, right, width);
                x = shuffle(m, name, m.concat(name, List.of(left, right)), 2 * width, side);
            }
        }
        x = m.relu("conv5.2", m.norm("conv5.1", m.bare("conv5.0", x, 64, 1, 1, 0, 1)));
        final String mean = m.style().opset() < 18 ? m.same("pool", "ReduceMean", x, OnnxModel.ints("axes", 2, 3), OnnxModel.number("keepdims", 0))
                : m.globalMean("pool", x);
        m.linear("fc", mean, 10);
        return m.finish();
    }

    private static String shuffle(final TorchModel m, final String name, final String x, final int planes, final int side) {
        final String groups = m.reshape(name, x, planes, 0, 2, planes / 2, side, side);
        return m.reshape(name, m.transpose(name, groups, 0, 2, 1, 3, 4), planes, 0, -1, side, side);
    }

    private static String point(final TorchModel m, final String name, final int first, final String x, final int width) {
        return m.relu(name + "." + (first + 2), m.norm(name + "." + (first + 1), m.bare(name + "." + first, x, width, 1, 1, 0, 1)));
    }

    private static String active(final TorchModel m, final String name, final String x, final int hard) {
        return hard == 1 ? m.hardSwish(name, x) : m.relu(name, x);
    }

    private static String clipped(final TorchModel m, final String name, final String x, final int width, final int kernel, final int stride,
            final int groups) {
        return m.clip(name + ".2", m.norm(name + ".1", m.bare(name + ".0", x, width, kernel, stride, kernel / 2, groups)), 0, 6);
    }
}
