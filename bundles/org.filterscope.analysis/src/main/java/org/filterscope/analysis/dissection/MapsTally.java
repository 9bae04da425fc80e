package org.filterscope.analysis.dissection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.filterscope.analysis.batch.Ahead;
import org.filterscope.analysis.batch.ChannelParts;
import org.filterscope.analysis.maps.ChannelMap;
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
     * @param sample     the pictures whose masks are shuffled
     */
    MapsTally(final DissectedLayer layer, final ConceptMaps pictures, final SampleGrid grid, final Thresholds thresholds, final int chosen,
            final PictureSample sample) {
        this.layer = layer;
        this.pictures = pictures;
        this.grid = grid;
        this.thresholds = thresholds;
        this.chosen = chosen;
        few = grid.thinned(pictures.maps().pictures() > FEW ? POINTS_OF_MANY : POINTS_OF_FEW);
        permutationGrid = new PermutationGrid(grid);
        this.sample = sample;
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
        } finally {
            counting.ahead.drop();
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
        private Ahead<ShownConcepts> ahead = read(0);

        Counting() {
            Arrays.setAll(places, part -> new Place());
        }

        /** What one thread works with. */
        private final class Place {
            private final ActiveRegion region = new ActiveRegion(grid);
            private final ActiveLevels levels = new ActiveLevels(few, thresholds.shares().length);
            private final ChannelMap map = new ChannelMap(positions);
            private final int[] above = new int[positions];

            void count(final int filter, final int picture, final SparseMaps maps, final ShownConcepts shown) {
                final double[] rising = thresholds.values()[filter];
                final double most = maps.most(filter);
                if (!(most > rising[0])) {
                    return;
                }
                map.take(maps, filter);
                levels.find(map, rising);
                for (int set = 0; set < sets.size(); set++) {
                    sets.get(set).thinned().add(shown.few().get(set), filter, levels);
                }
                if (most > rising[chosen]) {
                    region.find(map, rising[chosen]);
                    for (int set = 0; set < sets.size(); set++) {
                        sets.get(set).exact().add(shown.all().get(set), filter, region);
                    }
                    sample(filter, picture, rising[chosen]);
                }
            }

            private void sample(final int filter, final int picture, final double threshold) {
                final int number = sample.numbers()[picture];
                final int size = number < 0 ? 0 : map.above(threshold, above);
                for (int i = 0; i < size; i++) {
                    active.add(filter, number, permutationGrid.block(above[i]));
                }
            }
        }

        void add(final int picture, final SparseMaps maps) throws IOException {
            final ShownConcepts shown = taken();
            ahead = read(picture + 1);
            for (int set = 0; set < sets.size(); set++) {
                sets.get(set).add(shown.all().get(set), shown.few().get(set));
                if (!shown.coverage().isEmpty()) {
                    sets.get(set).add(sample.numbers()[picture], shown.all().get(set), shown.coverage().get(set));
                }
            }
            parts.forEach((part, from, to) -> {
                for (int filter = from; filter < to; filter++) {
                    places[part].count(filter, picture, maps, shown);
                }
            });
        }

        /** Masks are read while the picture before is counted. */
        private Ahead<ShownConcepts> read(final int picture) {
            return new Ahead<>(() -> picture == pictures.maps().pictures() ? null : shown(picture));
        }

        private ShownConcepts shown(final int picture) throws InvalidInputException {
            final ShownConcepts shown = new ShownConcepts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (final SetTally tally : sets) {
                final short[] labels = tally.set().labels(picture);
                final short none = (short) tally.categories().concepts();
                final PictureLabels all = PictureLabels.of(grid.labels(labels, layer.input().cols(), none), tally.categories());
                shown.all().add(all);
                shown.few().add(PictureLabels.of(few.labels(labels, layer.input().cols(), none), tally.categories()));
                if (sample.numbers()[picture] >= 0) {
                    shown.coverage().add(permutationGrid.coverage(all, none + 1));
                }
            }
            return shown;
        }

        private ShownConcepts taken() throws UnreadableMask {
            try {
                return ahead.get();
            } catch (final ExecutionException e) {
                throw new UnreadableMask((InvalidInputException) e.getCause());
            }
        }
    }
}
