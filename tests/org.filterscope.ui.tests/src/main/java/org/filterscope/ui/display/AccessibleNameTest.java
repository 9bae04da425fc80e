package org.filterscope.ui.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class AccessibleNameTest {

    @Test
    void aControlHasTheNameAndItsPartsKeepTheirs() {
        assertEquals("Filters", name(ACC.CHILDID_SELF));
        assertEquals("forest", name(3));
    }

    private static String name(final int child) {
        final AccessibleEvent event = new AccessibleEvent(AccessibleNameTest.class);
        event.childID = child;
        event.result = "forest";
        AccessibleName.listener(() -> "Filters").getName(event);
        return event.result;
    }
}
