package org.filterscope.ui.filter;

import java.util.List;

import org.eclipse.swt.widgets.Composite;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.ui.display.Bar;
import org.filterscope.ui.display.Decimals;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.FactTable.Fact;
import org.filterscope.ui.display.SectionedPage;
import org.filterscope.ui.display.ThemeColors;

/** The concepts that a filter's active regions overlap best, as a table. */
final class ConceptFacts {

    private ConceptFacts() {
    }

    static FactTable table(final Composite parent, final ThemeColors colors) {
        return SectionedPage.table(parent, colors, Messages.FilterPage_concepts, Messages.FilterPage_copy,
                List.of(new Column(Messages.FilterPage_concept, Messages.FilterPage_conceptTip, false, 120),
                        new Column(Messages.FilterPage_iou, Messages.FilterPage_iouTip, true, 130),
                        new Column(Messages.FilterPage_p, Messages.FilterPage_pTip, true, 64),
                        new Column(Messages.FilterPage_set, Messages.FilterPage_setTip, false, 90)));
    }

    static List<Fact> of(final List<ConceptScore> rows) {
        final double longest = rows.stream().mapToDouble(score -> Math.max(score.row().iou(), score.row().ceiling())).max().orElse(1);
        return rows.stream().map(score -> {
            final ConceptRow row = score.row();
            return Fact.of(List.of(row.concept(), Decimals.text(row.iou()), Decimals.probability(row.pValue()), score.set()),
                    Fact.raw(row.concept(), row.iou(), row.pValue(), score.set()), 1,
                    Bar.of(row.iou(), 0, longest * 1.02, row.ceiling()));
        }).toList();
    }
}
