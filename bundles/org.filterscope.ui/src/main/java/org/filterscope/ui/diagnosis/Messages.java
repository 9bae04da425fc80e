package org.filterscope.ui.diagnosis;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    static String ConfigurationChooser_choose;
    static String ConfigurationChooser_elsewhere;
    static String ConfigurationChooser_none;
    static String ConfigurationChooser_search;
    static String ConfigurationChooser_title;
    static String OpenReportHandler_choose;
    static String OpenReportHandler_none;
    static String OpenReportHandler_title;

    static {
        NLS.initializeMessages("org.filterscope.ui.diagnosis.messages", Messages.class);
    }

    private Messages() {
    }
}
