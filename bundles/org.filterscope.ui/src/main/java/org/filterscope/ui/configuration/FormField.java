package org.filterscope.ui.configuration;

import org.eclipse.swt.widgets.Control;
import org.filterscope.core.configuration.ConfigurationText;

/** A value of the configuration in the form. Belongs to the UI thread. */
interface FormField {

    /** The keys to the value as the documentation has them, with dots between them. */
    String path();

    /** What the person writes or chooses in; messages stand beside it. */
    Control control();

    /** Shows what the source says. A field that shows the same already is left alone, with its caret. */
    void show(ConfigurationText text);

    /** Nothing can be changed while the source is not YAML. */
    void enable(boolean enabled);
}
