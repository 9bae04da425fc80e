package org.filterscope.ui.display;

import java.util.function.Supplier;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Control;

/** Tells screen readers what a control without a label of its own is for. */
public final class AccessibleName {

    private AccessibleName() {
    }

    /** @param name asked for each time, without mnemonics */
    public static void give(final Control control, final Supplier<String> name) {
        control.getAccessible().addAccessibleListener(listener(name));
    }

    /** The parts of a control, as rows and cells, have names of their own, which come through the same listener. */
    static AccessibleListener listener(final Supplier<String> name) {
        return new AccessibleAdapter() {
            @Override
            public void getName(final AccessibleEvent event) {
                if (event.childID == ACC.CHILDID_SELF) {
                    event.result = name.get();
                }
            }
        };
    }
}
