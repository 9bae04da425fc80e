package org.filterscope.benchmark.parts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.filterscope.analysis.graph.GraphMaps;
import org.filterscope.analysis.graph.GraphMiner;
import org.filterscope.analysis.graph.LayerMiner;
import org.filterscope.analysis.graph.MiningOptions;
import org.filterscope.analysis.graph.Orientations;
import org.filterscope.analysis.graph.PatternCount;
import org.filterscope.analysis.graph.PatternLayer;
import org.filterscope.analysis.localisation.PictureFrame;
import org.filterscope.analysis.localisation.Voters;
import org.filterscope.core.progress.Progress;

/**
 * What votes on a species: its filters, on the pictures as they are and as the graph takes them, and the graph's patterns. Lists are by layer.
 *
 * @param plain    on the pictures as they are
 * @param oriented as the graph takes them
 * @param peaks    filters on the pictures as they are
 * @param turned   filters on the pictures as the graph takes them
 * @param patterns of the graph
 * @param scores   of the patterns, where they are
 */
public record MinedAnimals(PictureFrame plain, PictureFrame oriented, List<Voters> peaks, List<Voters> turned, List<Voters> patterns,
        List<float[]> scores) {
    private static final long SEED = 7;
    private static final int ITERATIONS = 10;
    private static final long BYTES = 2L << 30;

    public static MinedAnimals of(final Species species, final int threads) throws IOException {
        final boolean[] mirrored = Orientations.of(species.maps(), Progress.NONE);
        final List<PatternLayer> graph = new ArrayList<>();
        final List<GraphMiner.Task> tasks = species.maps().stream()
                .map(maps -> new GraphMiner.Task(maps, PatternCount.usual(maps.grid()))).toList();
        new GraphMiner(new LayerMiner(MiningOptions.wide(SEED).withIterations(ITERATIONS), threads, BYTES)).mine(tasks, mirrored,
                (number, layer) -> graph.add(layer), Progress.NONE, 1);
        final boolean[] straight = new boolean[species.pictures()];
        final List<Voters> peaks = new ArrayList<>();
        final List<Voters> turned = new ArrayList<>();
        for (final GraphMaps maps : species.maps()) {
            peaks.add(Voters.ofPeaks(maps, straight));
            turned.add(Voters.ofPeaks(maps, mirrored));
        }
        return new MinedAnimals(new PictureFrame(species.side(), straight), new PictureFrame(species.side(), mirrored), peaks, turned,
                graph.stream().map(Voters::of).toList(), graph.stream().map(layer -> layer.inferences().scores()).toList());
    }

    /** Columns of the parts on the pictures as the graph takes them. */
    public double[][] turned(final double[][] cols) {
        return Arrays.stream(cols).map(part -> {
            final double[] turned = new double[part.length];
            Arrays.setAll(turned, picture -> oriented.col(picture, part[picture]));
            return turned;
        }).toArray(double[][]::new);
    }
}
