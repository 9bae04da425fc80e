package org.filterscope.ui.scores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.filterscope.core.names.Agreement;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.ui.display.Bar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class AnalysisColumnTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void everyScoreHasATitleOfItsOwnAndAnExplanation() {
        final Set<String> titles = new HashSet<>();
        for (final Score score : Score.values()) {
            final AnalysisColumn column = new AnalysisColumn(score);
            assertNotEquals(score.key(), column.label());
            assertTrue(titles.add(column.label()), column.label());
            assertFalse(column.explanation().endsWith(".explanation"), score.key());
        }
    }

    @Test
    void numbersAreWrittenAsTheirFieldDoes() {
        assertEquals("0.046", text(Score.IOU, 0.0456));
        assertEquals("12.5%", text(Score.DEAD_SHARE, 0.125));
        assertEquals("-31.0 pp", text(Score.ABLATION, -0.31));
        assertEquals("+4.0 pp", text(Score.ABLATION, 0.04));
        assertEquals("0.001", text(Score.LABEL_P, 0.001));
        assertEquals("2.0E-5", text(Score.LABEL_P, 0.00002));
        assertEquals("61.3 px", text(Score.RF_MEASURED, 61.25001));
        assertEquals("7", text(Score.TWIN, 7));
    }

    @Test
    void whatIsNotANumberIsMissingAndEmpty() {
        final FilterScore filter = filter(Scores.NONE.with(Score.VECTOR_R2, "NaN"));
        final AnalysisColumn column = new AnalysisColumn(Score.VECTOR_R2);
        assertTrue(column.isMissing(filter));
        assertEquals("", column.text(filter, new LayerFormats(layer(filter))));
        assertEquals(Optional.empty(), column.bar(filter, layer(filter)));
    }

    @Test
    void theBarOfTheIouMarksTheThresholdAndTheBarOfTheAucBeginsAtChance() {
        final FilterScore filter = filter(Scores.NONE.with(Score.IOU, 0.1).with(Score.CLASS_AUC, 0.75));
        final Bar iou = new AnalysisColumn(Score.IOU).bar(filter, layer(filter)).orElseThrow();
        assertEquals(0.5, iou.to(), ROUNDING);
        assertEquals(0.2, iou.mark(), ROUNDING);
        assertEquals(0.5, new AnalysisColumn(Score.CLASS_AUC).bar(filter, layer(filter)).orElseThrow().to());
    }

    @Test
    void aLabelThatTheFilterDoesNotDetectStandsInBrackets() {
        assertEquals("(sky)", label(Scores.NONE.with(Score.LABEL, "sky").with(Score.DETECTOR, false)));
        assertEquals("sky", label(Scores.NONE.with(Score.LABEL, "sky").with(Score.DETECTOR, true)));
        assertEquals("sky", label(Scores.NONE.with(Score.LABEL, "sky")));
    }

    private static String label(final Scores scores) {
        final FilterScore filter = filter(scores);
        return new AnalysisColumn(Score.LABEL).text(filter, new LayerFormats(layer(filter)));
    }

    private static String text(final Score score, final double number) {
        final FilterScore filter = filter(Scores.NONE.with(score, number));
        return new AnalysisColumn(score).text(filter, new LayerFormats(layer(filter)));
    }

    private static FilterScore filter(final Scores scores) {
        return new FilterScore(new FilterRow(0, 0, 0, 1, 1, false, scores), List.of(), Optional.empty(), "", Agreement.OPEN);
    }

    private static LayerScores layer(final FilterScore filter) {
        final FieldRow field = new FieldRow(1, 3, 0);
        return new LayerScores(new LayerRow("conv", "convolution", 1, 4, 4, field, field), List.of(filter), Set.of(Score.values()), 0.04, 0.2);
    }
}
