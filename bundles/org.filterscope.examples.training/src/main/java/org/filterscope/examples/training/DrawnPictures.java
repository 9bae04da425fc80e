package org.filterscope.examples.training;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.examples.render.RgbImage;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.filterscope.examples.world.WorldPicture;

import smallnets.Pictures;

/** Pictures of a world as training reads them, without a detour over files. */
final class DrawnPictures {

    private DrawnPictures() {
    }

    /** The first training pictures. */
    static Pictures of(final World world, final int number) {
        final List<byte[]> pixels = new ArrayList<>();
        final List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            final WorldPicture picture = world.picture(Split.TRAIN, i, Pictures.SIDE);
            pixels.add(planes(picture.rendering().image()));
            labels.add(world.classes().indexOf(picture.label()));
        }
        return new Pictures(world.classes(), pixels, labels);
    }

    /** From [row, col, colour] to [colour, row, col]. */
    static byte[] planes(final RgbImage image) {
        final int area = image.size() * image.size();
        final byte[] planes = new byte[3 * area];
        for (int i = 0; i < area; i++) {
            for (int colour = 0; colour < 3; colour++) {
                planes[colour * area + i] = image.bytes()[3 * i + colour];
            }
        }
        return planes;
    }
}
