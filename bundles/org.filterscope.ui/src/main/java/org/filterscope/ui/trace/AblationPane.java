package org.filterscope.ui.trace;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.ThemeColors;

/** A prediction before and after filters were silenced: in words, then class by class. Belongs to the UI thread. */
final class AblationPane {
    private final Composite control;
    private final Label sentence;
    private final FactTable table;

    AblationPane(final Composite parent, final ThemeColors colors) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(2, 2).applyTo(control);
        sentence = new Label(control, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(100, SWT.DEFAULT).indent(4, 2).applyTo(sentence);
        table = new FactTable(control, colors, Messages.AblationPane_name, Messages.AblationPane_copy,
                List.of(new Column(Messages.AblationPane_class, Messages.AblationPane_classTip, false, 110),
                        new Column(Messages.AblationPane_before, Messages.AblationPane_beforeTip, true, 120),
                        new Column(Messages.AblationPane_after, Messages.AblationPane_afterTip, true, 120),
                        new Column(Messages.AblationPane_change, Messages.AblationPane_changeTip, true, 80),
                        new Column(Messages.AblationPane_logit, Messages.AblationPane_logitTip, true, 80)));
        GridDataFactory.fillDefaults().grab(true, true).hint(100, 60).applyTo(table.control());
    }

    Composite control() {
        return control;
    }

    void show(final AblationFacts facts) {
        tell(facts.sentence());
        table.show(facts.facts());
    }

    /** In place of what it was. */
    void tell(final String words) {
        sentence.setText(words.replace("&", "&&"));
        control.layout(true, true);
    }
}
