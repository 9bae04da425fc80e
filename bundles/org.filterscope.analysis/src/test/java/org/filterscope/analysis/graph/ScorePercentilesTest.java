package org.filterscope.analysis.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScorePercentilesTest {
    private final Inferences mined = new Inferences(4, new float[8], new float[8], new float[] { 3, 1, 2, 2, 9, 9, 9, 9 }, new float[8],
            new boolean[4]);
    private final ScorePercentiles percentiles = new ScorePercentiles(mined);

    @Test
    void aScoreIsRankedAmongThePatternsOwn() {
        assertThat(percentiles.of(0, 0)).isZero();
        assertThat(percentiles.of(0, 1)).isEqualTo(12.5);
        assertThat(percentiles.of(0, 1.5f)).isEqualTo(25);
        assertThat(percentiles.of(0, 2)).isEqualTo(50);
        assertThat(percentiles.of(0, 4)).isEqualTo(100);
        assertThat(percentiles.of(1, 4)).isZero();
        assertThat(percentiles.of(1, 9)).isEqualTo(50);
        assertThat(mined.scores()).startsWith(3, 1, 2);
    }

    @Test
    void aPatternIsThereWhereItExplainsItsPlaceBetterThanNoise() {
        final Inferences found = new Inferences(1, new float[2], new float[2], new float[] { 2, 9 }, new float[] { 1.9f, 9.5f }, new boolean[1]);
        assertThat(percentiles.isThere(found, 0, 0)).isTrue();
        assertThat(percentiles.isThere(found, 1, 0)).isFalse();
        final Inferences weak = new Inferences(1, new float[2], new float[2], new float[] { 0.5f, 0 }, new float[] { 0.4f, 0 }, new boolean[1]);
        assertThat(percentiles.isThere(weak, 0, 0)).isFalse();
        assertThat(percentiles.isThere(weak, 1, 0)).isFalse();
    }

    @Test
    void theLeastScoreIsWhereAPatternBeginsToBeThere() {
        assertThat(percentiles.least(0)).isEqualTo(1);
        assertThat(percentiles.least(1)).isEqualTo(9);
        final float[] scores = new float[40];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 10 + i;
        }
        final ScorePercentiles many = new ScorePercentiles(new Inferences(40, new float[40], new float[40], scores, new float[40], new boolean[40]));
        final float least = many.least(0);
        assertThat(least).isGreaterThan(11).isLessThan(12);
        for (final float score : new float[] { 0, 10, 11, Math.nextDown(least), least, 12, 49, 60 }) {
            final Inferences found = new Inferences(1, new float[1], new float[1], new float[] { score }, new float[] { 1e-3f }, new boolean[1]);
            assertThat(many.isThere(found, 0, 0)).isEqualTo(score >= least);
        }
    }
}
