package org.filterscope.ui.example;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String ExamplePage_default;
    public static String ExamplePage_description;
    public static String ExamplePage_folderExists;
    public static String ExamplePage_name;
    public static String ExamplePage_nameMissing;
    public static String ExamplePage_projectExists;
    public static String ExamplePage_title;
    public static String ExamplePage_what;
    public static String NewExampleWizard_title;

    static {
        NLS.initializeMessages("org.filterscope.ui.example.messages", Messages.class);
    }

    private Messages() {
    }
}
