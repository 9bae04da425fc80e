package org.filterscope.ui.findings;

import java.util.List;

import org.eclipse.swt.widgets.Composite;
import org.filterscope.core.finding.Effect;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.SectionedPage;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.WrappingText;

/** What became of the classes when filters were silenced. Belongs to the UI thread. */
final class EffectPane {
    private final WrappingText intervention;
    private final FactTable table;

    EffectPane(final SectionedPage page, final Composite parent, final ThemeColors colors) {
        intervention = page.text(parent);
        table = SectionedPage.table(parent, colors, Messages.FindingPage_effect, Messages.FindingPage_copy,
                List.of(new Column(Messages.FindingPage_class, Messages.FindingPage_classTip, false, 110),
                        new Column(Messages.FindingPage_pictures, Messages.FindingPage_picturesTip, true, 66),
                        new Column(Messages.FindingPage_before, Messages.FindingPage_beforeTip, true, 66),
                        new Column(Messages.FindingPage_after, Messages.FindingPage_afterTip, true, 66),
                        new Column(Messages.FindingPage_change, Messages.FindingPage_changeTip, true, 72)));
    }

    void show(final Effect effect) {
        intervention.setText(effect.intervention());
        table.show(FindingWords.effects(effect));
    }
}
