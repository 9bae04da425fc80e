package org.filterscope.analysis.dissection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.DissectionSettings;
import org.filterscope.core.configuration.DissectionSettings.Mode;
import org.filterscope.core.progress.Progress;

/** Dissects layers. How: docs/methods/dissection.md. Memory does not depend on the number of pictures. */
public final class Dissection {
    /** Shares of active positions that are tried besides the one of the settings. */
    private static final double[] TRIED = {0.005, 0.01, 0.02, 0.05, 0.1, 0.2};
    /** Pictures whose masks are shuffled. */
    private static final int SAMPLE = 250;
    /** What counters can hold. */
    private static final long MOST_VALUES = (1L << Integer.SIZE) - 1;

    private final DissectionSettings settings;
    private final long seed;

    /** @param seed of permutations, and of the draw of pictures for them */
    public Dissection(final DissectionSettings settings, final long seed) {
        this.settings = settings;
        this.seed = seed;
    }

    /**
     * How many steps {@link #run} tells its progress.
     *
     * @param counted whether the first histogram is there already
     */
    public long steps(final DissectedLayer layer, final List<ConceptMaps> maps, final boolean counted) {
        final long distinct = distinct(maps).stream().mapToLong(LayerMaps::pictures).sum();
        final long counting = maps.stream().mapToLong(some -> some.maps().pictures()).sum();
        return distinct * (Thresholds.VISITS + (counted ? 0 : 1)) + counting + (settings.permutations() > 0 ? layer.maps().channels() : 0);
    }

    /**
     * Goes through all maps first.
     *
     * @throws InvalidInputException when a mask cannot be read
     */
    public LayerDissection run(final DissectedLayer layer, final List<ConceptMaps> maps, final Progress progress)
            throws IOException, InvalidInputException {
        checkSize(layer, maps);
        final ActivationHistogram histogram = new ActivationHistogram(layer, settings);
        for (final LayerMaps some : distinct(maps)) {
            some.forEachSparse((picture, values) -> {
                progress.checkCancelled();
                histogram.add(values);
                progress.advance(1);
            });
        }
        return run(layer, histogram, maps, progress);
    }

    /**
     * @param histogram of the layer's values on all pictures of the maps, each set of maps once
     * @throws InvalidInputException when a mask cannot be read
     */
    public LayerDissection run(final DissectedLayer layer, final ActivationHistogram histogram, final List<ConceptMaps> maps,
            final Progress progress) throws IOException, InvalidInputException {
        checkSize(layer, maps);
        final long values = distinct(maps).stream().mapToLong(LayerMaps::pictures).sum() * histogram.values().size();
        if (histogram.size() != values) {
            throw new IllegalArgumentException("the histogram is of %d values, the maps have %d".formatted(histogram.size(), values));
        }
        final double[] shares = shares();
        final Thresholds thresholds = Thresholds.find(histogram, distinct(maps), shares, progress);
        int chosen = 0;
        while (shares[chosen] != settings.quantile()) {
            chosen++;
        }
        final Random random = new Random(seed);
        final boolean small = settings.mode() == Mode.PNAS2020;
        final SampleGrid grid = SampleGrid.of(layer, settings.upsampling(), small ? CountedValues.SIDE : layer.input().rows(),
                small ? CountedValues.SIDE : layer.input().cols());
        final List<MapsTally> tallies = new ArrayList<>();
        for (final ConceptMaps some : maps) {
            final int pictures = some.maps().pictures();
            final MapsTally tally = new MapsTally(layer, some, grid, thresholds, chosen,
                    settings.permutations() > 0 ? PictureSample.draw(pictures, SAMPLE, random) : PictureSample.none(pictures));
            tally.count(progress);
            tallies.add(tally);
        }
        return new Findings(layer, settings, thresholds, chosen, tallies).find(random, progress);
    }

    /** Falling, so that thresholds rise. */
    private double[] shares() {
        final double[] rising = DoubleStream.concat(DoubleStream.of(TRIED), DoubleStream.of(settings.quantile())).distinct().sorted().toArray();
        final double[] falling = new double[rising.length];
        for (int i = 0; i < falling.length; i++) {
            falling[i] = rising[rising.length - 1 - i];
        }
        return falling;
    }

    private void checkSize(final DissectedLayer layer, final List<ConceptMaps> maps) throws InvalidInputException {
        final long pictures = distinct(maps).stream().mapToLong(LayerMaps::pictures).sum();
        final int values = new CountedValues(layer, settings).size();
        if (pictures > MOST_VALUES / values) {
            throw new InvalidInputException("layer '%s': %d positions on %d pictures are too many to dissect; expected at most %d pictures"
                    .formatted(layer.name(), values, pictures, MOST_VALUES / values));
        }
    }

    /** Maps that several concept sets share count once. */
    private static List<LayerMaps> distinct(final List<ConceptMaps> maps) {
        final Set<LayerMaps> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return maps.stream().map(ConceptMaps::maps).filter(seen::add).toList();
    }
}
