package org.filterscope.ui.diagnosis;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String ClosingQuestion_stay;
    public static String ClosingQuestion_stop;
    public static String ClosingQuestion_text;
    public static String ClosingQuestion_title;
    public static String ConfigurationChooser_choose;
    public static String ConfigurationChooser_elsewhere;
    public static String ConfigurationChooser_none;
    public static String ConfigurationChooser_search;
    public static String ConfigurationChooser_title;
    public static String InterruptedResolutions_goOn;
    public static String DiagnosisStarter_choose;
    public static String ReportOpener_choose;
    public static String ReportOpener_none;
    public static String ReportOpener_title;

    static {
        NLS.initializeMessages("org.filterscope.ui.diagnosis.messages", Messages.class);
    }

    private Messages() {
    }
}
