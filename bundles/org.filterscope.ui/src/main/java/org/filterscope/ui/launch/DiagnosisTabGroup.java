package org.filterscope.ui.launch;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationListener;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTabGroup;
import org.eclipse.debug.ui.CommonTab;
import org.eclipse.debug.ui.ILaunchConfigurationDialog;
import org.eclipse.debug.ui.ILaunchConfigurationTab;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.widgets.Display;
import org.filterscope.ide.launch.LaunchAttributes;

/**
 * The tabs of the launch dialog. Those about the diagnosis edit the configuration file itself; it is written when the launch configuration is, with
 * Apply or Run.
 */
public final class DiagnosisTabGroup extends AbstractLaunchConfigurationTabGroup {
    private final ConfigurationDraft draft = new ConfigurationDraft();
    private final ILaunchConfigurationListener saving = new ILaunchConfigurationListener() {
        @Override
        public void launchConfigurationAdded(final ILaunchConfiguration launch) {
            onDisplay(() -> saved(launch));
        }

        @Override
        public void launchConfigurationChanged(final ILaunchConfiguration launch) {
            onDisplay(() -> saved(launch));
        }

        @Override
        public void launchConfigurationRemoved(final ILaunchConfiguration launch) {
            // The file that it has run stays.
        }
    };
    private Display display;

    @Override
    public void createTabs(final ILaunchConfigurationDialog dialog, final String mode) {
        display = Display.getCurrent();
        setTabs(new ILaunchConfigurationTab[] {new ModelTab(draft), new DataTab(draft), new AnalysesTab(draft), new ExecutionTab(draft),
            new GatesTab(draft), new CommonTab()});
        DebugPlugin.getDefault().getLaunchManager().addLaunchConfigurationListener(saving);
    }

    @Override
    public void initializeFrom(final ILaunchConfiguration launch) {
        try {
            draft.open(LaunchAttributes.configuration(launch));
        } catch (final CoreException e) {
            ILog.of(DiagnosisTabGroup.class).log(e.getStatus());
        }
        super.initializeFrom(launch);
    }

    private void onDisplay(final Runnable work) {
        if (Display.getCurrent() == display) {
            work.run();
        } else if (!display.isDisposed()) {
            display.syncExec(work);
        }
    }

    /** The dialog has saved a launch configuration: the one with our text? */
    private void saved(final ILaunchConfiguration launch) {
        try {
            if (!launch.isWorkingCopy() && draft.isMarked(launch)) {
                draft.save();
            }
        } catch (final CoreException e) {
            ErrorDialog.openError(Optional.ofNullable(getTabs()[0].getControl()).map(control -> control.getShell()).orElse(null),
                    Messages.DiagnosisTabGroup_notSaved, null, e.getStatus());
        }
    }

    @Override
    public void dispose() {
        DebugPlugin.getDefault().getLaunchManager().removeLaunchConfigurationListener(saving);
        super.dispose();
    }
}
