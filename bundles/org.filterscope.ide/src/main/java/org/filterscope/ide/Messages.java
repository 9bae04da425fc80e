package org.filterscope.ide;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String AttendedJob_starting;
    public static String AttendedRun_stopping;
    public static String ComparisonJob_failed;
    public static String ComparisonJob_name;
    public static String DiagnosedModel_changed;
    public static String DiagnosedModel_unreadable;
    public static String DiagnosisJob_configurationDeleted;
    public static String DiagnosisJob_configurationRemote;
    public static String DiagnosisJob_failed;
    public static String DiagnosisJob_name;
    public static String DiagnosisJob_starting;
    public static String DiagnosisService_noConfiguration;
    public static String ExampleJob_adding;
    public static String ExampleJob_failed;
    public static String ExampleJob_folderExists;
    public static String ExampleJob_name;
    public static String ExampleJob_notCreated;
    public static String ExampleJob_projectExists;
    public static String ExampleJob_starting;
    public static String ExportJob_done;
    public static String ExportJob_failed;
    public static String ExportJob_name;
    public static String FindingMarker_filters;
    public static String FindingMarkersJob_name;
    public static String InspectionJob_failed;
    public static String InspectionJob_name;
    public static String PictureJob_failed;
    public static String PictureJob_starting;
    public static String RefreshJob_name;
    public static String RepairJob_failed;
    public static String RepairJob_gone;
    public static String RepairJob_name;
    public static String StageProgress_countedStep;
    public static String Tracing_ablate;
    public static String Tracing_heat;
    public static String Tracing_trace;

    static {
        NLS.initializeMessages("org.filterscope.ide.messages", Messages.class);
    }

    private Messages() {
    }
}
