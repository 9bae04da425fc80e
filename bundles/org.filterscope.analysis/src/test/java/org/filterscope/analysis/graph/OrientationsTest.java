package org.filterscope.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.core.progress.Progress;
import org.junit.jupiter.api.Test;

/** Objects that face left or right at random: three parts on one side, one in the middle, and as much that has no side. */
class OrientationsTest {
    private static final int FILTERS = 8;
    private final MapGrid grid = Blobs.grid(14, 14, 16);

    private StoredMaps maps(final boolean[] left, final double jitter, final long seed) {
        final Random random = new Random(seed);
        final Blobs blobs = new Blobs(grid, FILTERS, left.length);
        for (int picture = 0; picture < left.length; picture++) {
            for (int filter = 0; filter < FILTERS; filter++) {
                if (filter < 4) {
                    final double col = Math.clamp((filter == 3 ? 6.5 : 2 + filter) + jitter * random.nextGaussian(), 0, 13);
                    blobs.add(picture, filter, 2 + 3 * filter + jitter * random.nextGaussian(), left[picture] ? col : 13 - col, 1, 0.8);
                } else {
                    blobs.add(picture, filter, 13 * random.nextDouble(), 13 * random.nextDouble(), 1, 0.8);
                }
            }
        }
        return blobs.maps();
    }

    private static boolean[] facing(final int pictures, final long seed) {
        final Random random = new Random(seed);
        final boolean[] left = new boolean[pictures];
        for (int i = 0; i < pictures; i++) {
            left[i] = random.nextBoolean();
        }
        return left;
    }

    private boolean[] orient(final StoredMaps maps) throws Exception {
        return Orientations.of(List.of(new GraphMaps("layer", grid, maps, Mirror.of(maps), Blobs.ones(FILTERS))), Progress.NONE);
    }

    private static double agreement(final boolean[] found, final boolean[] left) {
        int same = 0;
        for (int i = 0; i < left.length; i++) {
            same += found[i] == left[i] ? 1 : 0;
        }
        return Math.max(same, left.length - same) / (double) left.length;
    }

    @Test
    void objectsEndUpFacingOneWay() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            final boolean[] left = facing(60, seed);
            assertThat(agreement(orient(maps(left, 1, seed)), left)).as("seed %d", seed).isEqualTo(1);
        }
    }

    /** Above the number of pictures that settle it the others follow. */
    @Test
    void soDoThoseOfManyPictures() throws Exception {
        final boolean[] left = facing(700, 4);
        assertThat(agreement(orient(maps(left, 1, 4)), left)).isGreaterThan(0.99);
    }

    @Test
    void fewerPicturesAreMirroredThanNot() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            int mirrored = 0;
            for (final boolean one : orient(maps(facing(31, seed), 1, seed))) {
                mirrored += one ? 1 : 0;
            }
            assertThat(mirrored).isLessThanOrEqualTo(15);
        }
    }

    /** Everything turned round and given the other way: the same objects face the same way. */
    @Test
    void mirroringAPictureMirrorsItsOrientation() throws Exception {
        final boolean[] left = facing(31, 5);
        final boolean[] other = left.clone();
        other[7] = !other[7];
        final boolean[] one = orient(maps(left, 0.5, 5));
        final boolean[] turned = orient(maps(other, 0.5, 5));
        final boolean sameWay = one[0] == turned[0];
        for (int i = 1; i < left.length; i++) {
            assertThat(turned[i] == one[i]).as("picture %d", i).isEqualTo(i == 7 ? !sameWay : sameWay);
        }
    }

    @Test
    void picturesThatAreTheirOwnMirrorImagesStayAsTheyAre() throws Exception {
        final StoredMaps maps = new Blobs(grid, FILTERS, 5).maps();
        assertThat(orient(maps)).containsOnly(false);
    }

    @Test
    void mapsOfMirroredPicturesAreNeeded() {
        final StoredMaps maps = maps(facing(5, 1), 1, 1);
        assertThatThrownBy(() -> Orientations.of(List.of(Blobs.unscaled(grid, maps)), Progress.NONE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("mirrored");
    }

    /** The mining takes what it is told, and the finder finds the same. */
    @Test
    void patternsAreMinedFromTheGivenOrientations() throws Exception {
        final boolean[] left = facing(40, 6);
        final StoredMaps maps = maps(left, 0.5, 6);
        final GraphMaps both = new GraphMaps("layer", grid, maps, Mirror.of(maps), Blobs.ones(FILTERS));
        final LayerMiner miner = new LayerMiner(MiningOptions.wide(1).withIterations(4), 2, 1 << 24);
        final PatternLayer layer = miner.mineOriented(both, 6, left, Progress.NONE, 1);
        assertThat(layer.inferences().mirrored()).isEqualTo(left);
        assertThat(new PatternFinder(1, 1 << 24).find(layer, both, left, Progress.NONE)).usingRecursiveComparison()
                .isEqualTo(layer.inferences());
        // Facing one way already, the pictures need no choice.
        final GraphMaps turned = Blobs.unscaled(grid, new StoredMaps(maps.shape(), IntStream.range(0, left.length)
                .mapToObj(i -> left[i] ? Mirror.of(maps.values().get(i), grid.cols()) : maps.values().get(i)).toList()));
        assertThat(miner.mine(turned, 6, null, Progress.NONE, 1).inferences().rows()).isEqualTo(layer.inferences().rows());
        assertThatThrownBy(() -> miner.mineOriented(both, 6, new boolean[3], Progress.NONE, 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("40 pictures");
    }
}
