package org.filterscope.ui.newconfiguration;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String ConfigurationPage_browse;
    public static String ConfigurationPage_chooseFolder;
    public static String ConfigurationPage_chooseModel;
    public static String ConfigurationPage_choosePictures;
    public static String ConfigurationPage_defaultName;
    public static String ConfigurationPage_description;
    public static String ConfigurationPage_exists;
    public static String ConfigurationPage_fileSystem;
    public static String ConfigurationPage_folder;
    public static String ConfigurationPage_folderMissing;
    public static String ConfigurationPage_model;
    public static String ConfigurationPage_modelMissing;
    public static String ConfigurationPage_name;
    public static String ConfigurationPage_noFolder;
    public static String ConfigurationPage_noModel;
    public static String ConfigurationPage_noPictures;
    public static String ConfigurationPage_pictures;
    public static String ConfigurationPage_picturesMissing;
    public static String ConfigurationPage_title;
    public static String ConfigurationPage_unknownModel;
    public static String ConfigurationPage_workspace;
    public static String FileChoice_noFile;
    public static String FileChoice_noFolder;
    public static String FileChoice_title;
    public static String NewConfigurationWizard_create;
    public static String NewConfigurationWizard_failed;
    public static String NewConfigurationWizard_title;

    static {
        NLS.initializeMessages("org.filterscope.ui.newconfiguration.messages", Messages.class);
    }

    private Messages() {
    }
}
