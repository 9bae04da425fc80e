package org.filterscope.ui.scores;

import java.util.function.Supplier;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Tells screen readers what a control without a label of its own is for. */
final class AccessibleName {

    private AccessibleName() {
    }

    /** @param name asked for each time, without mnemonics */
    static void give(final Control control, final Supplier<String> name) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(final AccessibleEvent event) {
                event.result = name.get();
            }
        });
    }
}
