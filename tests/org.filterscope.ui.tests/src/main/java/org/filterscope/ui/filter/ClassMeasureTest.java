package org.filterscope.ui.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.core.report.ClassRow;
import org.filterscope.ui.display.Bar;
import org.filterscope.ui.display.FactTable.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ClassMeasureTest {
    private static final List<ClassRow> ROWS = List.of(row("sea", 0.5, 3, -0.25), row("road", 0.9, -1, 0), row("town", 0.2, 0, Double.NaN));

    @Test
    void theBarOfANegativeContributionEndsAtZero() {
        final List<Fact> facts = ClassMeasure.CONTRIBUTION.facts(ROWS);
        assertEquals(List.of("sea", "town", "road"), names(facts));
        assertEquals(Optional.of(new Bar(0.25, 1, 0.25)), facts.getFirst().bars().apply(1));
        assertEquals(Optional.of(new Bar(0, 0.25, 0.25)), facts.getLast().bars().apply(1));
    }

    @Test
    void theBarOfAnAucBeginsAtChance() {
        final List<Fact> facts = ClassMeasure.AUC.facts(ROWS);
        assertEquals(List.of("road", "sea", "town"), names(facts));
        assertEquals(Optional.of(new Bar(0.5, 0.9, 0.5)), facts.getFirst().bars().apply(1));
        assertEquals(Optional.of(new Bar(0.2, 0.5, 0.5)), facts.getLast().bars().apply(1));
    }

    @Test
    void ofAblationTheLargestLossComesFirstAndWhatWasNotComputedIsLeftOut() {
        final List<Fact> facts = ClassMeasure.ABLATION_ZERO.facts(ROWS);
        assertEquals(List.of("sea", "road"), names(facts));
        assertEquals("-25.0 pp", facts.getFirst().texts().get(1));
    }

    @Test
    void ofManyClassesTheHighestTwelveAreShown() {
        final List<ClassRow> many = IntStream.range(0, 1000).mapToObj(index -> row("class" + index, 0.5, index, 0)).toList();
        final List<Fact> facts = ClassMeasure.CONTRIBUTION.facts(many);
        assertEquals(12, facts.size());
        assertEquals("class999", facts.getFirst().texts().getFirst());
    }

    private static List<String> names(final List<Fact> facts) {
        return facts.stream().map(fact -> fact.texts().getFirst()).toList();
    }

    private static ClassRow row(final String name, final double auc, final double contribution, final double ablation) {
        return new ClassRow(0, name, 1, auc, contribution, ablation, Double.NaN, Double.NaN, Double.NaN);
    }
}
