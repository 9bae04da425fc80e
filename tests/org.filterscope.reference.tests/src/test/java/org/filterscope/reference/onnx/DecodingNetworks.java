package org.filterscope.reference.onnx;

import java.util.List;

/** Networks that enlarge maps again; widths and pictures divided, so that a test takes a second. */
final class DecodingNetworks {

    private DecodingNetworks() {
    }

    /** Ronneberger et al. 2015 with transposed convolutions; an eighth of the width, two levels less, pictures of 48 × 40. */
    static TorchModel transposedUNet(final Style style) {
        final TorchModel m = new TorchModel(style);
        final String first = twice(m, "inc", m.input(3, 48, 40), 8);
        final String second = twice(m, "down1.conv", m.maxPool("down1.pool", first, 2, 2, 0, false), 16);
        String x = twice(m, "down2.conv", m.maxPool("down2.pool", second, 2, 2, 0, false), 32);
        x = twice(m, "up1.conv", m.concat("up1", List.of(second, m.transposed("up1.up", x, 16, 2, 2, 0))), 16);
        x = twice(m, "up2.conv", m.concat("up2", List.of(first, m.transposed("up2.up", x, 8, 2, 2, 0))), 8);
        m.conv("outc", x, 4, 1, 1, 0);
        return m.finish();
    }

    /** The same with bilinear resizing to the size of the maps it meets; pictures of 46 × 37, whose halves do not come out whole. */
    static TorchModel resizedUNet(final Style style, final String mode, final String coordinates) {
        final TorchModel m = new TorchModel(style);
        final String first = twice(m, "inc", m.input(3, 46, 37), 8);
        final String second = twice(m, "down1.conv", m.maxPool("down1.pool", first, 2, 2, 0, false), 16);
        String x = twice(m, "down2.conv", m.maxPool("down2.pool", second, 2, 2, 0, false), 32);
        x = twice(m, "up1.conv", m.concat("up1", List.of(second, m.resizeLike("up1.up", x, second, mode, coordinates))), 16);
        x = twice(m, "up2.conv", m.concat("up2", List.of(first, m.resizeLike("up2.up", x, first, mode, coordinates))), 8);
        m.conv("outc", x, 4, 1, 1, 0);
        return m.finish();
    }

    /** Radford et al. 2015: from a random vector to a picture; a sixteenth of the width, pictures of 32. */
    static TorchModel generator(final Style style) {
        final TorchModel m = new TorchModel(style);
        String x = m.linear("project", m.vector(20), 64 * 16);
        x = m.relu("relu0", m.norm("bn0", m.reshape("", x, 64, -1, 64, 4, 4)));
        x = m.relu("relu1", m.norm("bn1", m.transposed("up1", x, 32, 4, 2, 1)));
        x = m.relu("relu2", m.norm("bn2", m.transposed("up2", x, 16, 4, 2, 1)));
        m.same("tanh", "Tanh", m.transposed("up3", x, 3, 4, 2, 1));
        return m.finish();
    }

    private static String twice(final TorchModel m, final String name, final String x, final int width) {
        final String once = m.relu(name + ".2", m.norm(name + ".1", m.bare(name + ".0", x, width, 3, 1, 1, 1)));
        return m.relu(name + ".5", m.norm(name + ".4", m.bare(name + ".3", once, width, 3, 1, 1, 1)));
    }
}
