package org.filterscope.ui.display;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.themes.IThemeManager;

/** The views' colors as the user's theme has them now. Belongs to the UI thread. */
public final class ThemeColors {
    private static final String BAR = "org.filterscope.ui.bar";
    private static final String PLACEHOLDER = "org.filterscope.ui.placeholder";

    private static final String FOR = "org.filterscope.ui.trace.for";
    private static final String AGAINST = "org.filterscope.ui.trace.against";
    private static final String SOURCE_KEY = "org.filterscope.ui.source.key";
    private static final String SOURCE_VALUE = "org.filterscope.ui.source.value";
    private static final String SOURCE_COMMENT = "org.filterscope.ui.source.comment";
    private static final String HUE = "org.filterscope.ui.hue";
    /** More cannot be told apart. */
    public static final int HUES = 8;

    private final IThemeManager themes;
    private final IPropertyChangeListener listener;

    /** @param changed told when any color may have changed */
    public ThemeColors(final IWorkbench workbench, final Runnable changed) {
        themes = workbench.getThemeManager();
        listener = event -> changed.run();
        themes.addPropertyChangeListener(listener);
    }

    public Color bar() {
        return registry().get(BAR);
    }

    public Color placeholder() {
        return registry().get(PLACEHOLDER);
    }

    /** What speaks for a class. */
    public Color spokenFor() {
        return registry().get(FOR);
    }

    /** What speaks against a class. */
    public Color spokenAgainst() {
        return registry().get(AGAINST);
    }

    /** One of the colors for things of different kinds, from 0 to {@link #HUES} - 1. */
    public Color hue(final int index) {
        return registry().get(HUE + index);
    }

    /** Keys in the source of a configuration. */
    public Color sourceKey() {
        return registry().get(SOURCE_KEY);
    }

    /** Values in the source of a configuration. */
    public Color sourceValue() {
        return registry().get(SOURCE_VALUE);
    }

    /** Comments in the source of a configuration. */
    public Color sourceComment() {
        return registry().get(SOURCE_COMMENT);
    }

    /** For text of less weight. */
    public Color quiet() {
        return JFaceResources.getColorRegistry().get(JFacePreferences.QUALIFIER_COLOR);
    }

    public void dispose() {
        themes.removePropertyChangeListener(listener);
    }

    private ColorRegistry registry() {
        return themes.getCurrentTheme().getColorRegistry();
    }
}
