package org.filterscope.ui.launch;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.filterscope.ide.RunOptions;
import org.filterscope.ide.launch.LaunchAttributes;

/** What the report must be like, and whether this launch looks. */
final class GatesTab extends ConfigurationTab {
    private Button decide;

    GatesTab(final ConfigurationDraft draft) {
        super(draft, Messages.GatesTab_name, "icons/findings.svg", List.of("gates"));
    }

    @Override
    void fill(final Composite page) {
        decide = new Button(page, SWT.CHECK);
        decide.setText(Messages.GatesTab_decide);
        GridDataFactory.fillDefaults().applyTo(decide);
        decide.addListener(SWT.Selection, event -> updateLaunchConfigurationDialog());
        final Group flaws = ConfigurationFields.group(page, Messages.GatesTab_flaws);
        fields().choice(flaws, Messages.GatesTab_severity, "gates.flaws.severity", Messages.GatesTab_severityStandard,
                List.of("low", "medium", "high"));
        fields().number(flaws, Messages.GatesTab_most, "gates.flaws.max", "0");
        final Group accuracy = ConfigurationFields.group(page, Messages.GatesTab_accuracy);
        fields().number(accuracy, Messages.GatesTab_least, "gates.accuracy.min", Messages.GatesTab_noneDemanded);
        fields().number(accuracy, Messages.GatesTab_leastOfClass, "gates.accuracy.min-class", Messages.GatesTab_noneDemanded);
        final Group regressions = ConfigurationFields.group(page, Messages.GatesTab_regressions);
        fields().folder(regressions, Messages.GatesTab_baseline, "gates.regressions.baseline");
        fields().number(regressions, Messages.GatesTab_fall, "gates.regressions.accuracy", Messages.GatesTab_noneDemanded);
        fields().number(regressions, Messages.GatesTab_newFindings, "gates.regressions.new-findings", Messages.GatesTab_noneDemanded);
    }

    @Override
    public void initializeFrom(final ILaunchConfiguration launch) {
        super.initializeFrom(launch);
        try {
            decide.setSelection(LaunchAttributes.options(launch).gates());
        } catch (final CoreException e) {
            ILog.of(GatesTab.class).log(e.getStatus());
        }
    }

    @Override
    public void performApply(final ILaunchConfigurationWorkingCopy launch) {
        super.performApply(launch);
        try {
            final RunOptions before = LaunchAttributes.options(launch);
            LaunchAttributes.setOptions(launch, new RunOptions(before.resume(), decide.getSelection(), before.own()));
        } catch (final CoreException e) {
            ILog.of(GatesTab.class).log(e.getStatus());
        }
    }

    @Override
    public boolean isValid(final ILaunchConfiguration launch) {
        if (!super.isValid(launch)) {
            return false;
        }
        if (decide.getSelection() && draft().text().filter(text -> text.has("gates")).isEmpty()) {
            setErrorMessage(Messages.GatesTab_missing);
            return false;
        }
        return true;
    }
}
