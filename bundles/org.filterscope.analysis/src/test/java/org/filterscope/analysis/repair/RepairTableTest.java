package org.filterscope.analysis.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.repair.RepairTable.Confusion;
import org.filterscope.analysis.repair.RepairTable.Row;
import org.junit.jupiter.api.Test;

class RepairTableTest {
    private static final List<String> LABELS = List.of("road", "river", "field");

    @Test
    void accuraciesAndConfusionsAreCounted() {
        final RepairTable table = RepairTable.of(LABELS, new int[] {0, 0, 1, 1, 1, 1}, new int[] {0, 0, 0, 0, 0, 2}, new int[] {0, 1, 1, 1, 1, 2}, 1);
        assertThat(table.rows()).extracting(Row::label).containsExactly("road", "river");
        assertThat(table.rows()).extracting(Row::pictures).containsExactly(2, 4);
        assertThat(table.rows()).extracting(Row::before).containsExactly(1.0, 0.0);
        assertThat(table.rows()).extracting(Row::after).containsExactly(0.5, 0.75);
        assertThat(table.all().before()).isEqualTo(2.0 / 6);
        assertThat(table.all().after()).isEqualTo(4.0 / 6);
        assertThat(table.confusions()).containsExactly(new Confusion("river", "road", 4, 3, 0), new Confusion("road", "river", 2, 0, 1),
                new Confusion("river", "field", 4, 1, 1));
    }

    @Test
    void aChangeThatAllPicturesShareIsCertain() {
        final int[] classes = new int[50];
        final int[] wrong = new int[50];
        Arrays.fill(wrong, 1);
        final Row row = RepairTable.of(LABELS, classes, wrong, classes, 1).rows().get(0);
        assertThat(row.low()).isEqualTo(1);
        assertThat(row.high()).isEqualTo(1);
    }

    /** 20 of 100 pictures change: the standard error is √(0.2 · 0.8 / 100) = 0.04, and 95 % are 1.96 of them; counts come in steps of 0.01. */
    @Test
    void theIntervalIsThatOfTheBinomialDistribution() {
        final int[] classes = new int[100];
        final int[] before = IntStream.range(0, 100).map(i -> i < 30 ? 1 : 0).toArray();
        final int[] after = IntStream.range(0, 100).map(i -> i < 10 ? 1 : 0).toArray();
        final Row row = RepairTable.of(LABELS, classes, before, after, 1).rows().get(0);
        assertThat(row.low()).isCloseTo(0.2 - 1.96 * 0.04, within(0.015));
        assertThat(row.high()).isCloseTo(0.2 + 1.96 * 0.04, within(0.015));
    }

    @Test
    void partsHaveTheirShareOfEachClass() {
        final int[] classes = IntStream.range(0, 31).map(i -> i < 21 ? 0 : 1).toArray();
        final int[] parts = ClassParts.of(classes, 2, 7);
        assertThat(Arrays.stream(ClassParts.only(parts, 0)).filter(i -> classes[i] == 0).count()).isEqualTo(11);
        assertThat(Arrays.stream(ClassParts.only(parts, 1)).filter(i -> classes[i] == 0).count()).isEqualTo(10);
        assertThat(Arrays.stream(ClassParts.only(parts, 1)).filter(i -> classes[i] == 1).count()).isEqualTo(5);
        assertThat(ClassParts.of(classes, 2, 7)).isEqualTo(parts);
        assertThat(ClassParts.of(classes, 2, 8)).isNotEqualTo(parts);
    }
}
