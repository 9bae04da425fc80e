package org.filterscope.analysis.dissection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.filterscope.analysis.batch.ChannelParts;
import org.filterscope.analysis.maps.SparseMaps;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;

/** Goes through a layer's maps on some pictures and counts for all concept sets of these pictures. */
final class MapsTally {
    /** With more pictures than this, fewer points of each do to know the overlap at other thresholds than the one of the settings. */
    private static final int FEW = 250;
    /** Points between two positions along each axis on few pictures, and on many. */
    private static final int POINTS_OF_FEW = 2;
    private static final int POINTS_OF_MANY = 1;
    /** Pictures whose masks are shuffled. */
    private static final int SAMPLE = 250;

    private final DissectedLayer layer;
    private final ConceptMaps pictures;
    private final SampleGrid grid;
    private final SampleGrid few;
    private final Thresholds thresholds;
    private final int chosen;
    private final PermutationGrid permutationGrid;
    private final PictureSample sample;
    private final ActivePositions active;
    private final List<SetTally> sets = new ArrayList<>();

    /**
     * @param thresholds rising
     * @param chosen     which of them is the one of the settings
     */
    MapsTally(final DissectedLayer layer, final ConceptMaps pictures, final SampleGrid grid, final Thresholds thresholds, final int chosen,
            final Random random) {
        this.layer = layer;
        this.pictures = pictures;
        this.grid = grid;
        this.thresholds = thresholds;
        this.chosen = chosen;
        few = grid.thinned(pictures.maps().pictures() > FEW ? POINTS_OF_MANY : POINTS_OF_FEW);
        permutationGrid = new PermutationGrid(grid);
        sample = PictureSample.draw(pictures.maps().pictures(), SAMPLE, random);
        active = new ActivePositions(layer.maps().channels());
        pictures.sets().forEach(set -> sets.add(new SetTally(set, layer.maps().channels(), thresholds.shares().length, permutationGrid)));
    }

    List<SetTally> sets() {
        return sets;
    }

    /** Of the pictures whose masks are shuffled. */
    ActivePositions active() {
        return active;
    }

    int sampleSize() {
        return sample.size();
    }

    void count(final Progress progress) throws IOException, InvalidInputException {
        final Counting counting = new Counting();
        try {
            pictures.maps().forEachSparse((picture, maps) -> {
                progress.checkCancelled();
                counting.add(picture, maps);
                progress.advance(1);
            });
        } catch (final UnreadableMask e) {
            throw e.cause;
        }
    }

    /** Carries a mask's fault through the visit of the maps. */
    private static final class UnreadableMask extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient InvalidInputException cause;

        UnreadableMask(final InvalidInputException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private final class Counting {
        private final ChannelParts parts = new ChannelParts(layer.maps().channels());
        private final Place[] places = new Place[parts.count()];
        private final int positions = layer.maps().rows() * layer.maps().cols();
        private CompletableFuture<List<short[]>> ahead = read(0);

        Counting() {
            Arrays.setAll(places, part -> new Place());
        }

        /** What one thread works with. */
        private final class Place {
            private final ActiveRegion region = new ActiveRegion(grid);
            private final ActiveLevels levels = new ActiveLevels(few, thresholds.shares().length);
            private final float[] map = new float[positions];
            private final List<int[]> rooms = sets.stream().map(tally -> tally.exact().room()).toList();
            private final List<int[]> fewRooms = sets.stream().map(tally -> tally.thinned().room()).toList();

            void count(final int filter, final int picture, final SparseMaps maps, final List<PictureLabels> all, final List<PictureLabels> some) {
                final double[] rising = thresholds.values()[filter];
                final double most = maps.most(filter);
                if (!(most > rising[0])) {
                    return;
                }
                maps.write(filter, filter + 1, map, 0);
                levels.find(map, rising);
                for (int set = 0; set < sets.size(); set++) {
                    sets.get(set).thinned().add(some.get(set), filter, levels, fewRooms.get(set));
                }
                if (most > rising[chosen]) {
                    region.find(map, rising[chosen]);
                    for (int set = 0; set < sets.size(); set++) {
                        sets.get(set).exact().add(all.get(set), filter, region, rooms.get(set));
                    }
                    sample(filter, picture, map, rising[chosen]);
                }
            }
        }

        void add(final int picture, final SparseMaps maps) throws IOException {
            final List<PictureLabels> all = new ArrayList<>();
            final List<PictureLabels> some = new ArrayList<>();
            final List<short[]> read = taken();
            ahead = read(picture + 1);
            for (int set = 0; set < sets.size(); set++) {
                final SetTally tally = sets.get(set);
                final short none = (short) tally.categories().concepts();
                all.add(PictureLabels.of(grid.labels(read.get(set), layer.input().cols(), none), tally.categories()));
                some.add(PictureLabels.of(few.labels(read.get(set), layer.input().cols(), none), tally.categories()));
                tally.exact().add(all.get(set));
                tally.thinned().add(some.get(set));
                sample(tally, picture, all.get(set));
            }
            parts.forEach((part, from, to) -> {
                for (int filter = from; filter < to; filter++) {
                    places[part].count(filter, picture, maps, all, some);
                }
            });
        }

        /** Masks are read while the picture before is counted. */
        private CompletableFuture<List<short[]>> read(final int picture) {
            return picture == pictures.maps().pictures() ? null : CompletableFuture.supplyAsync(() -> {
                final List<short[]> labels = new ArrayList<>();
                for (final SetTally tally : sets) {
                    try {
                        labels.add(tally.set().labels(picture));
                    } catch (final InvalidInputException e) {
                        throw new CompletionException(e);
                    }
                }
                return labels;
            });
        }

        private List<short[]> taken() throws UnreadableMask {
            try {
                return ahead.join();
            } catch (final CompletionException e) {
                if (e.getCause() instanceof final InvalidInputException cause) {
                    throw new UnreadableMask(cause);
                }
                throw e;
            }
        }

        private void sample(final SetTally tally, final int picture, final PictureLabels labels) {
            if (sample.numbers()[picture] >= 0) {
                final float[][] coverage = permutationGrid.coverage(labels.labels(), tally.categories().concepts() + 1);
                tally.permuted().forEach(category -> category.add(sample.numbers()[picture], labels, coverage));
            }
        }

        private void sample(final int filter, final int picture, final float[] map, final double threshold) {
            final int number = sample.numbers()[picture];
            for (int position = 0; number >= 0 && position < positions; position++) {
                if (map[position] > threshold) {
                    active.add(filter, number, permutationGrid.block(position));
                }
            }
        }
    }
}
