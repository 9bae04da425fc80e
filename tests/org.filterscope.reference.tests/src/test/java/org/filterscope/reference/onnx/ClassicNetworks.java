package org.filterscope.reference.onnx;

import java.util.List;

/** Networks that are mostly one chain; widths and pictures divided, so that a test takes a second. */
final class ClassicNetworks {

    private ClassicNetworks() {
    }

    /** Krizhevsky 2014 as in torchvision; an eighth of the width, pictures of 63. */
    static TorchModel alexNet(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = m.input(3, 63, 63);
        x = m.relu("features.1", m.conv("features.0", x, 8, 11, 4, 2));
        x = m.maxPool("features.2", x, 3, 2, 0, false);
        x = m.relu("features.4", m.conv("features.3", x, 24, 5, 1, 2));
        x = m.maxPool("features.5", x, 3, 2, 0, false);
        x = m.relu("features.7", m.conv("features.6", x, 48, 3, 1, 1));
        x = m.relu("features.9", m.conv("features.8", x, 32, 3, 1, 1));
        x = m.relu("features.11", m.conv("features.10", x, 32, 3, 1, 1));
        x = m.averagePool("avgpool", x, 1, 1, 0);
        x = style.opset() >= 9 ? m.view(x, 32 * 9) : m.flatten(x, 32 * 9);
        if (style.opset() < 12) {
            x = m.same("classifier.0", "Dropout", x);
        }
        x = m.relu("classifier.2", m.linear("classifier.1", x, 64));
        x = m.relu("classifier.5", m.linear("classifier.4", x, 64));
        m.linear("classifier.6", x, 10);
        return m.finish();
    }

    /** Simonyan and Zisserman 2014, configuration D; an eighth of the width, pictures of 64. */
    static TorchModel vgg16(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = m.input(3, 64, 64);
        int module = 0;
        for (final int width : new int[] {8, 8, 0, 16, 16, 0, 32, 32, 32, 0, 64, 64, 64, 0, 64, 64, 64, 0}) {
            if (width == 0) {
                x = m.maxPool("features." + module++, x, 2, 2, 0, false);
            } else {
                x = m.conv("features." + module++, x, width, 3, 1, 1);
                x = m.relu("features." + module++, x);
            }
        }
        x = m.flatten(x, 64 * 4);
        x = m.relu("classifier.1", m.linear("classifier.0", x, 96));
        x = m.relu("classifier.4", m.linear("classifier.3", x, 96));
        m.linear("classifier.6", x, 10);
        return m.finish();
    }

    /** Iandola et al. 2016, version 1.1, with pools that round up; a quarter of the width, pictures of 65. */
    static TorchModel squeezeNet(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = m.input(3, 65, 65);
        x = m.relu("features.1", m.conv("features.0", x, 16, 3, 2, 0));
        x = m.maxPool("features.2", x, 3, 2, 0, style.opset() >= 10);
        int module = 3;
        for (final int squeeze : new int[] {4, 4, 0, 8, 8, 0, 12, 12, 16, 16}) {
            if (squeeze == 0) {
                x = m.maxPool("features." + module++, x, 3, 2, 0, style.opset() >= 10);
            } else {
                final String fire = "features." + module++;
                final String s = m.relu(fire + ".squeeze_activation", m.conv(fire + ".squeeze", x, squeeze, 1, 1, 0));
                x = m.concat(fire, List.of(m.relu(fire + ".expand1x1_activation", m.conv(fire + ".expand1x1", s, 4 * squeeze, 1, 1, 0)),
                        m.relu(fire + ".expand3x3_activation", m.conv(fire + ".expand3x3", s, 4 * squeeze, 3, 1, 1))));
            }
        }
        x = m.relu("classifier.2", m.conv("classifier.1", x, 10, 1, 1, 0));
        m.flatten(m.globalPool("classifier.3", x), 10);
        return m.finish();
    }

    /** An encoder with everything that chains may hold besides: response normalization, odd activations, an average with its own rules. */
    static TorchModel encoder(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = m.input(2, 31, 29);
        x = m.same("stem.act", "Elu", m.conv("stem.conv", x, 8, 5, 2, 1), OnnxModel.real("alpha", 0.7));
        x = m.same("stem.norm", "LRN", x, OnnxModel.number("size", 5), OnnxModel.real("alpha", 0.2), OnnxModel.real("beta", 0.75),
                OnnxModel.real("bias", 1.5));
        x = m.averagePool("stem.pool", x, 3, 2, 1);
        x = m.same("body.act", "LeakyRelu", m.conv("body.conv", x, 12, new int[] {3, 1}, 1, new int[] {1, 0}, 4, true),
                OnnxModel.real("alpha", 0.2));
        x = m.same("head.act", "Softplus", m.conv("head.conv", x, 6, 1, 1, 0));
        m.same("head.prob", "Softmax", m.linear("head.fc", m.flatten(m.globalPool("head.pool", x), 6), 5), OnnxModel.number("axis", 1));
        return m.finish();
    }
}
