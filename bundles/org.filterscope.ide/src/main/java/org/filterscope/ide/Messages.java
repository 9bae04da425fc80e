package org.filterscope.ide;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String AttendedJob_starting;
    public static String AttendedRun_lostAgain;
    public static String AttendedRun_restarting;
    public static String AttendedRun_stopping;
    public static String ClearJob_busy;
    public static String ClearJob_failed;
    public static String ClearJob_name;
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
    public static String FindingsCleaningJob_name;
    public static String InterruptedMarker_message;
    public static String InterruptedMarkersJob_name;
    public static String InspectionJob_failed;
    public static String InspectionJob_name;
    public static String MendedCopy_ending;
    public static String MendedCopy_exists;
    public static String PictureJob_failed;
    public static String PictureJob_starting;
    public static String RefreshJob_name;
    public static String RepairJob_failed;
    public static String RepairJob_gone;
    public static String RepairJob_name;
    public static String RunTranscript_begin;
    public static String RunTranscript_cancelled;
    public static String RunTranscript_finding;
    public static String RunTranscript_gateFails;
    public static String RunTranscript_gateHolds;
    public static String RunTranscript_gatesFailed;
    public static String RunTranscript_gatesHold;
    public static String RunTranscript_guessed;
    public static String RunTranscript_layer;
    public static String RunTranscript_note;
    public static String RunTranscript_report;
    public static String RunTranscript_right;
    public static String RunTranscript_stage;
    public static String StageProgress_countedStep;
    public static String StageProgress_hours;
    public static String StageProgress_minutes;
    public static String StageProgress_seconds;
    public static String StageProgress_speed;
    public static String Tracing_ablate;
    public static String Tracing_heat;
    public static String Tracing_trace;

    static {
        NLS.initializeMessages("org.filterscope.ide.messages", Messages.class);
    }

    private Messages() {
    }
}
