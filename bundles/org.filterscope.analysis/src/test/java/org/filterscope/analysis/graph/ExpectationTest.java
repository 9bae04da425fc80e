package org.filterscope.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ExpectationTest {
    private static final int PARENTS = 15;
    private final MapGrid grid = Blobs.grid(10, 10, 1);

    /** In double precision, over spreads of 1 to 5 pixels and deviations of some pixels; deviations as kept, in single precision. */
    @Test
    void theClosedFormIsTheProductOfTheParentsGaussians() {
        final Random random = new Random(5);
        for (int trial = 0; trial < 100; trial++) {
            final List<Pattern> patterns = new ArrayList<>();
            final Inferences found = Inferences.empty(PARENTS, new boolean[1]);
            for (int p = 0; p < PARENTS; p++) {
                patterns.add(new Pattern(0, p, 5, 4, 1 + 4 * random.nextDouble(), 1, List.of(), 0));
                found.rows()[p] = (float) (5 + random.nextGaussian());
                found.cols()[p] = (float) (4 + 2 * random.nextGaussian());
            }
            final PatternArrays above = PatternArrays.of(new PatternLayer("above", grid, new float[1], 1, 1, false, patterns, found));
            final List<Parent> parents = IntStream.range(0, PARENTS).mapToObj(p -> new Parent(p, 0, 0, 1, 0)).toList();
            final PatternArrays child = PatternArrays.of(new PatternLayer("child", grid, new float[1], 1, 1, false,
                    List.of(new Pattern(0, 0, 7, 3, 1, Expectation.reach(parents, above), parents, 0)), found));
            final Expectation expectation = Expectation.of(child, 0, new Expectation.Above(above, found), 1);
            final double row = 7 + random.nextGaussian();
            final double col = 3 + random.nextGaussian();
            double product = 0;
            for (int p = 0; p < PARENTS; p++) {
                final double spread = above.spreads[p];
                final double down = row - (7.0 + found.rows()[p] - 5);
                final double across = col - (3.0 + found.cols()[p] - 4);
                product += (-(down * down + across * across) / (2 * spread * spread) - Math.log(2 * Math.PI * spread * spread)) / PARENTS;
            }
            final double s = child.reaches[0];
            final double down = row - 7 - expectation.rows()[0][0];
            final double across = col - 3 - expectation.cols()[0][0];
            final double closed = Math.log(expectation.agreements()[0][0]) - (down * down + across * across) / (2 * s * s)
                    - Math.log(2 * Math.PI * s * s);
            assertThat(Math.exp(closed - product)).isCloseTo(1, offset(1e-12));
        }
    }

    @Test
    void withoutParentsNothingIsExpectedToMove() {
        final Inferences found = Inferences.empty(1, new boolean[3]);
        final PatternArrays alone = PatternArrays.of(new PatternLayer("top", grid, new float[1], 1, 1, false,
                List.of(new Pattern(0, 0, 7, 3, 1, 2, List.of(), 0)), found));
        final Expectation expectation = Expectation.of(alone, 0, null, 3);
        assertThat(expectation.rows()[0]).containsOnly(0);
        assertThat(expectation.cols()[0]).containsOnly(0);
        assertThat(expectation.agreements()[0]).containsOnly(1);
    }
}
