package org.filterscope.ui.tests;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Pictures of the page of preferences for a person to judge; made only when the build is told where to put them. */
@DisabledIfSystemProperty(named = "filterscope.screenshots", matches = "none", disabledReason = "nobody wants to look")
class SettingsScreenshotTest {

    @Test
    void thePageAndWhatItSaysOfALimitThatIsTooSmallInBothThemes() throws Exception {
        for (final String theme : new String[] {ScreenshotTest.LIGHT, ScreenshotTest.DARK}) {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, false);
            final String name = theme.equals(ScreenshotTest.DARK) ? "dark" : "light";
            final String id = "org.filterscope.ui.preferences";
            final PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(ScoresDriver.page().getWorkbenchWindow().getShell(), id, null, null);
            dialog.setBlockOnOpen(false);
            dialog.open();
            EventLoop.until("the GPU is looked for", () -> Dialogs.all(dialog.getShell(), Label.class).map(Label::getText)
                    .anyMatch(text -> text.startsWith("No GPU can be used: ") || text.contains(" can be used by ")));
            ScreenshotTest.shoot(dialog.getShell(), name + "-settings");
            Dialogs.all(dialog.getShell(), Spinner.class).toList().getLast().setSelection(900);
            ScreenshotTest.shoot(dialog.getShell(), name + "-settings-small");
            dialog.close();
        }
        PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(ScreenshotTest.LIGHT, false);
    }
}
