package org.filterscope.tour;

import java.time.Duration;
import java.util.Map;

/** The wizard of the menu that writes the example project. */
final class ExampleWizard {
    private static final String PERSPECTIVE = "org.filterscope.ui.perspective";

    private ExampleWizard() {
    }

    /** Leads through the wizard until the project is there and its first configuration is open, in the perspective that the wizard offers. */
    static void create(final Ide ide) throws InterruptedException {
        ide.command("org.eclipse.ui.newWizard", Map.of("newWizardId", "org.filterscope.ui.newExample"));
        ide.until("the wizard opens", Duration.ofSeconds(20), () -> ide.dialog("New Filterscope Example").isPresent());
        ide.screenshot("wizard");
        ide.later(() -> ide.dialog("New Filterscope Example").orElseThrow().press("Finish"));
        ide.until("it offers the perspective", Duration.ofSeconds(20), () -> ide.dialog("Perspective").isPresent());
        ide.screenshot("wizard-perspective");
        ide.later(() -> ide.dialog("Perspective").orElseThrow().press("Open Perspective"));
        ide.until("the perspective Model Diagnosis opens", Duration.ofSeconds(20), () -> ide.page().getPerspective().getId().equals(PERSPECTIVE));
        ide.screenshot("perspective");
        ide.until("the project is there and its first configuration is open", Duration.ofSeconds(400),
                () -> ide.page().getActiveEditor() != null && ide.page().getActiveEditor().getTitle().equals("flawed.filterscope"));
        ide.screenshot("example");
    }
}
