package org.filterscope.engine.nd4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class Nd4jPoolTest {
    private final Nd4jPool pool = new Nd4jPool();

    @BeforeAll
    static void load() throws Exception {
        Nd4jExecutor.load();
    }

    @Test
    void whatIsGivenBackIsTakenAgain() {
        pool.giveBack(pool.take(2, new Shape(3, 4, 5)));
        final INDArray again = pool.take(1, new Shape(4, 5, 5));
        assertThat(again.shape()).containsExactly(1, 4, 5, 5);
        assertThat(pool.held()).isEqualTo(120);
    }

    @Test
    void whatIsInUseIsNobodyElses() {
        final INDArray first = pool.take(new FeatureMaps(1, Shape.vector(3), new float[] {1, 2, 3}));
        final INDArray second = pool.take(new FeatureMaps(1, Shape.vector(3), new float[] {4, 5, 6}));
        assertThat(first.toStringFull()).contains("1").doesNotContain("4");
        assertThat(second.sumNumber().doubleValue()).isEqualTo(15);
        assertThat(pool.held()).isEqualTo(6);
    }

    @Test
    void anArrayInLargerMemoryIsAsLargeAsItWasAskedFor() {
        pool.giveBack(pool.take(new FeatureMaps(1, Shape.vector(4), new float[] {1, 2, 3, 4})));
        final INDArray smaller = pool.take(new FeatureMaps(1, Shape.vector(2), new float[] {5, 6}));
        assertThat(pool.held()).isEqualTo(4);
        assertThat(smaller.addi(1).sumNumber().doubleValue()).isEqualTo(13);
    }

    @Test
    void muchLargerMemoryIsLeftToLargerArrays() {
        final INDArray large = pool.take(1, 1000);
        pool.giveBack(large);
        final INDArray small = pool.take(1, 10);
        assertThat(small.data()).isNotSameAs(large.data());
        assertThat(pool.take(1, 1000).data()).isSameAs(large.data());
    }

    @Test
    void aQuarterMoreThanWasEverInUseIsTheMostThatIsHeld() {
        for (int length = 1000; length < 100_000; length += 777) {
            pool.giveBack(pool.take(1, length));
            assertThat(pool.held()).isBetween((long) length, (long) (1.25 * length));
        }
    }

    @Test
    void whatIsInUseCountsByItsArraysNotByTheMemoryTheyLieIn() {
        pool.giveBack(pool.take(1, 400));
        pool.take(1, 100);
        pool.giveBack(pool.take(1, 2000));
        pool.take(1, 2600);
        // 400 with 100 in it, and 2600; the 2000 that were free would have made more than a quarter too much.
        assertThat(pool.held()).isEqualTo(3000);
    }

    @Test
    void amongEqualArraysEachIsTakenOnce() {
        final INDArray first = pool.take(new FeatureMaps(1, Shape.vector(3), new float[3]));
        final INDArray second = pool.take(new FeatureMaps(1, Shape.vector(3), new float[3]));
        pool.giveBack(second);
        pool.giveBack(first);
        assertThat(pool.take(1, 3).data()).isNotSameAs(pool.take(1, 3).data());
        assertThat(pool.held()).isEqualTo(6);
    }

    @Test
    void memoryThatCannotBeHadIsToldAndNotCounted() {
        assertThatThrownBy(() -> pool.take(1L << 44)).isInstanceOf(OutOfMemoryError.class);
        assertThat(pool.held()).isZero();
    }

    @Test
    void afterwardsNothingIsHeld() {
        final INDArray array = pool.take(1, 1000);
        pool.giveBack(array);
        pool.close();
        assertThat(pool.held()).isZero();
        assertThat(array.data().wasClosed()).isTrue();
    }
}
