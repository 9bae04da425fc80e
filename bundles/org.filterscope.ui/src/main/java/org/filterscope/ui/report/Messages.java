package org.filterscope.ui.report;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String LoadedReport_layersMissing;

    static {
        NLS.initializeMessages("org.filterscope.ui.report.messages", Messages.class);
    }

    private Messages() {
    }
}
