package org.filterscope.analysis.localisation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.core.progress.Progress;

/** Locates parts on the pictures of a graph, and tells how far off that is where more pictures are labelled than are used. */
public final class PartSearch {
    /** Errors are means over so many choices of the pictures whose labels are used. */
    private static final int DRAWS = 10;

    private final PartLocator patterns;
    private final PartLocator peaks;
    private final PictureFrame asTheyAre;
    private final double diagonal;
    private final long seed;

    /**
     * What was found of a part. Errors are mean distances by the diagonal of the input, on pictures whose labels were not used; not a number where
     * all were.
     *
     * @param labels    that were used
     * @param tested    pictures that errors are of, in each choice
     * @param error     of the votes of the graph's patterns
     * @param peakError of the votes of filters' highest responses
     * @param meanError of the mean of the labels
     * @param locations of the graph's patterns, with the first choice of labels
     */
    public record Found(int labels, int tested, double error, double peakError, double meanError, PartLocations locations) {
    }

    /**
     * @param patterns of the graph
     * @param frame    how the pictures were taken for the patterns
     * @param peaks    of the filters, on the pictures as they are
     * @param width    of the network's input, in pixels
     * @param diagonal of the network's input, in pixels
     * @param seed     of the choice of labels
     * @param progress asked whether to go on
     */
    public PartSearch(final Voters patterns, final PictureFrame frame, final Voters peaks, final int width, final double diagonal, final long seed,
            final Progress progress) {
        this.patterns = new PartLocator(patterns, frame, diagonal, progress);
        asTheyAre = new PictureFrame(width, new boolean[frame.pictures()]);
        this.peaks = new PartLocator(peaks, asTheyAre, diagonal, progress);
        this.diagonal = diagonal;
        this.seed = seed;
    }

    /**
     * @param rows   where the part is, by picture, in input pixels; not a number where it is not known; known on one picture at least
     * @param cols   likewise
     * @param labels so many of them are used, at most
     */
    public Found search(final double[] rows, final double[] cols, final int labels) {
        final List<Integer> known = new ArrayList<>(IntStream.range(0, rows.length).filter(picture -> !Double.isNaN(rows[picture])).boxed().toList());
        final Random random = new Random(seed);
        final int used = Math.min(labels, known.size());
        PartLocations first = null;
        double error = 0;
        double peakError = 0;
        double meanError = 0;
        final int draws = used == known.size() ? 1 : DRAWS;
        for (int draw = 0; draw < draws; draw++) {
            Collections.shuffle(known, random);
            final List<PartLabel> chosen = known.subList(0, used).stream().sorted()
                    .map(picture -> new PartLabel(picture, rows[picture], cols[picture])).toList();
            final PartLocations found = patterns.locate(chosen).locations();
            first = first == null ? found : first;
            error += LocalisationError.of(found, rows, cols, chosen, diagonal) / draws;
            peakError += LocalisationError.of(peaks.locate(chosen).locations(), rows, cols, chosen, diagonal) / draws;
            meanError += LocalisationError.of(LabelMean.of(asTheyAre, chosen), rows, cols, chosen, diagonal) / draws;
        }
        return new Found(used, known.size() - used, error, peakError, meanError, first);
    }
}
