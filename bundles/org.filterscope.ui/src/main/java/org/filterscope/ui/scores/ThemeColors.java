package org.filterscope.ui.scores;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.themes.IThemeManager;

/** The view's colors as the user's theme has them now. Belongs to the UI thread. */
final class ThemeColors {
    private static final String BAR = "org.filterscope.ui.bar";
    private static final String PLACEHOLDER = "org.filterscope.ui.placeholder";

    private final IThemeManager themes;
    private final IPropertyChangeListener listener;

    /** @param changed told when any color may have changed */
    ThemeColors(final IWorkbench workbench, final Runnable changed) {
        themes = workbench.getThemeManager();
        listener = event -> changed.run();
        themes.addPropertyChangeListener(listener);
    }

    Color bar() {
        return registry().get(BAR);
    }

    Color placeholder() {
        return registry().get(PLACEHOLDER);
    }

    /** For text of less weight. */
    Color quiet() {
        return JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR);
    }

    void dispose() {
        themes.removePropertyChangeListener(listener);
    }

    private ColorRegistry registry() {
        return themes.getCurrentTheme().getColorRegistry();
    }
}
