package org.filterscope.ui.settings;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String FilterscopePreferencePage_colors;
    public static String FilterscopePreferencePage_own;
    public static String FilterscopePreferencePage_projects;
    public static String FilterscopePreferencePage_projectsChoose;
    public static String FilterscopePreferencePage_projectsTitle;
    public static String FilterscopePreferencePage_storedData;
    public static String FilterscopePreferencePage_what;
    public static String GpuLine_looking;
    public static String ProjectSettingsPage_own;
    public static String ProjectSettingsPage_workspace;
    public static String StoredDataPage_clear;
    public static String StoredDataPage_comparisons;
    public static String StoredDataPage_measuring;
    public static String StoredDataPage_megabytes;
    public static String StoredDataPage_natives;
    public static String StoredDataPage_nothing;
    public static String StoredDataPage_unreadable;
    public static String StoredDataPage_what;
    public static String WorkerControls_allButOne;
    public static String WorkerControls_automatic;
    public static String WorkerControls_cores;
    public static String WorkerControls_cpu;
    public static String WorkerControls_cuda;
    public static String WorkerControls_device;
    public static String WorkerControls_deviceAutomatic;
    public static String WorkerControls_executor;
    public static String WorkerControls_heap;
    public static String WorkerControls_limit;
    public static String WorkerControls_limitMegabytes;
    public static String WorkerControls_megabytes;
    public static String WorkerControls_nd4j;
    public static String WorkerControls_onnxRuntime;
    public static String WorkerControls_someCores;
    public static String WorkerControls_title;
    public static String settingsNotSaved;

    static {
        NLS.initializeMessages("org.filterscope.ui.settings.messages", Messages.class);
    }

    private Messages() {
    }
}
