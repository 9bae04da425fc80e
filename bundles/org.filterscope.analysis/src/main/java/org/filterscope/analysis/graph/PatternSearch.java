package org.filterscope.analysis.graph;

import java.io.IOException;
import java.util.Arrays;

/** The passes over a layer's responses, filter by filter: learning, looking for patterns, weighing orientations. */
final class PatternSearch {
    private final MapGrid grid;
    private final SearchWindow window;
    private final ResponseBlocks blocks;
    private final Expectation.Above above;
    private final FilterLoop loop;

    /** What a pass does with a filter. */
    @FunctionalInterface
    private interface FilterPass {
        void run(int filter, ResponseBlocks.Block block);
    }

    /** @param above null for the top layer */
    PatternSearch(final MapGrid grid, final SearchWindow window, final ResponseBlocks blocks, final Expectation.Above above,
            final FilterLoop loop) {
        this.grid = grid;
        this.window = window;
        this.blocks = blocks;
        this.above = above;
        this.loop = loop;
    }

    private void forEach(final PatternArrays patterns, final FilterPass pass) throws IOException {
        blocks.forEach(block -> loop.forEach(block.from(), block.to(), filter -> {
            if (patterns.first[filter] < patterns.first[filter + 1]) {
                pass.run(filter, block);
            }
        }));
    }

    private Mixture mixture(final PatternArrays patterns, final int filter, final int pictures) {
        return new Mixture(patterns, filter, Expectation.of(patterns, filter, above, pictures), window, grid);
    }

    /**
     * One EM step.
     *
     * @param mirrored by picture: which source of responses is taken, where there are two
     * @param weighing whether the gain is wanted
     * @return gain in likelihood over noise alone before the step ({@link Mixture#gain}), summed in the filters' order; 0 when it is not wanted
     */
    double learn(final PatternArrays patterns, final boolean[] mirrored, final double noise, final MiningOptions options,
            final double widest, final int iteration, final boolean weighing) throws IOException {
        final double[] gains = new double[patterns.filters()];
        final double least = options.damped() ? patterns.leastReach() : 0;
        forEach(patterns, (filter, block) -> {
            final Mixture mixture = mixture(patterns, filter, mirrored.length);
            final MeanShift shift = new MeanShift(grid, mixture, noise, weighing);
            final PictureCells cells = new PictureCells(grid);
            for (int picture = 0; picture < mirrored.length; picture++) {
                mixture.load(cells.load(responses(block, filter, mirrored[picture]), picture), picture);
                shift.add();
            }
            gains[filter] = shift.gain();
            shift.apply(patterns, 1 / Math.sqrt(iteration), least, widest / 10, widest);
            if (options.ownSpread()) {
                followSpread(patterns, filter);
            }
        });
        return Arrays.stream(gains).sum();
    }

    private static void followSpread(final PatternArrays patterns, final int filter) {
        for (int v = patterns.first[filter]; v < patterns.first[filter + 1]; v++) {
            if (patterns.parents.get(v).isEmpty()) {
                patterns.reaches[v] = patterns.spreads[v];
            }
        }
    }

    private FilterResponses responses(final ResponseBlocks.Block block, final int filter, final boolean mirrored) {
        return block.of(mirrored && block.responses().length > 1 ? 1 : 0, filter);
    }

    /** The layer with pictures and places as its own patterns choose them, after some were merged: what {@link PatternFinder} finds, too. */
    PatternLayer renewed(final PatternLayer layer) throws IOException {
        final PatternArrays patterns = PatternArrays.of(layer);
        final boolean[] mirrored = new boolean[layer.inferences().pictures()];
        orient(patterns, layer.noise(), mirrored);
        final Inferences inferences = Inferences.empty(patterns.size(), mirrored);
        infer(patterns, layer.noise(), inferences);
        return new PatternLayer(layer.layer(), layer.grid(), layer.scales(), layer.noise(), layer.window(), layer.following(), layer.patterns(),
                inferences);
    }

    /** Looks for every pattern on every picture. */
    void infer(final PatternArrays patterns, final double noise, final Inferences inferences) throws IOException {
        forEach(patterns, (filter, block) -> {
            final Mixture mixture = mixture(patterns, filter, inferences.pictures());
            final PatternPeaks peaks = new PatternPeaks(grid, mixture, noise);
            final PictureCells cells = new PictureCells(grid);
            for (int picture = 0; picture < inferences.pictures(); picture++) {
                mixture.load(cells.load(responses(block, filter, inferences.mirrored()[picture]), picture), picture);
                peaks.infer(patterns.reaches, picture, inferences);
            }
        });
    }

    /** How much of the responses every pattern explains, and where. */
    PatternShares shares(final PatternArrays patterns, final double noise, final Inferences found) throws IOException {
        final PatternShares shares = new PatternShares(new float[patterns.size()], new float[patterns.size()]);
        forEach(patterns, (filter, block) -> {
            final Mixture mixture = mixture(patterns, filter, found.pictures());
            final ShareCount count = new ShareCount(grid, mixture, noise);
            final PictureCells cells = new PictureCells(grid);
            for (int picture = 0; picture < found.pictures(); picture++) {
                mixture.load(cells.load(responses(block, filter, found.mirrored()[picture]), picture), picture);
                count.add(found, picture);
            }
            count.write(shares);
        });
        return shares;
    }

    /** Takes every picture as it is or mirrored, whichever the patterns explain better; of equal ones as it is. */
    void orient(final PatternArrays patterns, final double noise, final boolean[] mirrored) throws IOException {
        final double[][][] gains = new double[2][patterns.filters()][];
        forEach(patterns, (filter, block) -> {
            final Mixture mixture = mixture(patterns, filter, mirrored.length);
            final PictureCells cells = new PictureCells(grid);
            for (int source = 0; source < 2; source++) {
                gains[source][filter] = new double[mirrored.length];
                for (int picture = 0; picture < mirrored.length; picture++) {
                    mixture.load(cells.load(block.of(source, filter), picture), picture);
                    gains[source][filter][picture] = mixture.gain(noise);
                }
            }
        });
        for (int picture = 0; picture < mirrored.length; picture++) {
            mirrored[picture] = sum(gains[1], picture) > sum(gains[0], picture);
        }
    }

    private static double sum(final double[][] gains, final int picture) {
        double sum = 0;
        for (final double[] filter : gains) {
            sum += filter == null ? 0 : filter[picture];
        }
        return sum;
    }

    /** Density of the noise: tau times 36 times the mean density of the patterns within three standard deviations, over pictures. */
    double noise(final PatternArrays patterns, final int pictures, final double tau) {
        final double[] sums = new double[patterns.filters()];
        loop.forEach(0, patterns.filters(), filter -> {
            final Expectation expectation = Expectation.of(patterns, filter, above, pictures);
            for (int k = 0; k < expectation.agreements().length; k++) {
                final double reach = patterns.reaches[patterns.first[filter] + k];
                sums[filter] += Arrays.stream(expectation.agreements()[k]).sum() / (reach * reach);
            }
        });
        return tau * NoiseShare.WITHIN * (Arrays.stream(sums).sum() / Math.max(1, (long) patterns.size() * pictures));
    }
}
