package org.filterscope.ui.launch;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.filterscope.ide.RunOptions;
import org.filterscope.ide.launch.LaunchAttributes;
import org.filterscope.ide.settings.DeviceSetting;
import org.filterscope.ide.settings.ExecutorSetting;
import org.filterscope.ide.settings.WorkerMemory;
import org.filterscope.ide.settings.WorkerPreferences;
import org.filterscope.ide.settings.WorkerSettings;
import org.filterscope.ide.worker.WorkerResources;
import org.filterscope.ui.display.AccessibleName;

/** What computes, with how much of the machine. Of this launch alone: the configuration file is the same on all machines. */
final class ExecutionTab extends ConfigurationTab {
    private static final int LEAST_MEMORY = 256;
    private static final int MOST_MEMORY = 1 << 20;
    private static final int STEP = 256;
    private static final int MOST_THREADS = 1024;
    private static final List<DeviceSetting> DEVICES = List.of(DeviceSetting.AUTO, DeviceSetting.CPU, DeviceSetting.CUDA);

    private Button set;
    private Combo executor;
    private Combo device;
    private Spinner threads;
    private Spinner memory;
    private Spinner limit;
    private Button resume;

    ExecutionTab(final ConfigurationDraft draft) {
        super(draft, Messages.ExecutionTab_name, "icons/run-diagnosis.svg", List.of());
    }

    @Override
    void fill(final Composite page) {
        final Group computing = ConfigurationFields.group(page, Messages.ExecutionTab_computing);
        set = new Button(computing, SWT.CHECK);
        set.setText(Messages.ExecutionTab_set);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(set);
        set.addListener(SWT.Selection, event -> {
            showResources(set.getSelection() ? settled() : chosen());
            updateLaunchConfigurationDialog();
        });
        executor = combo(computing, Messages.ExecutionTab_executor, Messages.ExecutionTab_auto, Messages.ExecutionTab_onnxruntime,
                Messages.ExecutionTab_nd4j);
        device = combo(computing, Messages.ExecutionTab_device, DEVICES.stream().map(ExecutionTab::words).toArray(String[]::new));
        threads = spinner(computing, Messages.ExecutionTab_threads, 1, MOST_THREADS, 1, Messages.ExecutionTab_threadsHint);
        memory = spinner(computing, Messages.ExecutionTab_memory, LEAST_MEMORY, MOST_MEMORY, STEP, Messages.ExecutionTab_memoryHint);
        limit = spinner(computing, Messages.ExecutionTab_limit, WorkerSettings.NO_LIMIT, WorkerSettings.MOST_LIMIT, STEP,
                Messages.ExecutionTab_limitHint);
        final Label note = new Label(computing, SWT.WRAP);
        note.setText(Messages.ExecutionTab_note);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(300, SWT.DEFAULT).applyTo(note);
        final Group going = ConfigurationFields.group(page, Messages.ExecutionTab_interrupted);
        resume = new Button(going, SWT.CHECK);
        resume.setText(Messages.ExecutionTab_resume);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(resume);
        resume.addListener(SWT.Selection, event -> updateLaunchConfigurationDialog());
    }

    private Combo combo(final Composite group, final String label, final String... words) {
        new Label(group, SWT.NONE).setText(label);
        final Combo combo = new Combo(group, SWT.READ_ONLY);
        combo.setItems(words);
        GridDataFactory.swtDefaults().span(2, 1).applyTo(combo);
        AccessibleName.give(combo, () -> label);
        combo.addListener(SWT.Selection, event -> updateLaunchConfigurationDialog());
        return combo;
    }

    private static String words(final DeviceSetting setting) {
        return switch (setting) {
            case AUTO -> Messages.ExecutionTab_deviceAutomatic;
            case CPU -> Messages.ExecutionTab_cpu;
            case CUDA -> Messages.ExecutionTab_cuda;
        };
    }

    private Spinner spinner(final Composite group, final String label, final int least, final int most, final int step, final String hint) {
        new Label(group, SWT.NONE).setText(label);
        final Spinner spinner = new Spinner(group, SWT.BORDER);
        spinner.setValues(least, least, most, 0, step, step * 4);
        AccessibleName.give(spinner, () -> label);
        spinner.addListener(SWT.Modify, event -> scheduleUpdateJob());
        final Label note = new Label(group, SWT.NONE);
        note.setText(hint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(note);
        return spinner;
    }

    @Override
    public void initializeFrom(final ILaunchConfiguration launch) {
        try {
            final RunOptions options = LaunchAttributes.options(launch);
            set.setSelection(options.own().isEmpty());
            showResources(options.own().orElseGet(this::settled));
            resume.setSelection(options.resume());
        } catch (final CoreException e) {
            ILog.of(ExecutionTab.class).log(e.getStatus());
        }
    }

    /** As it is set for the workspace, or for the project of the configuration. */
    private WorkerResources settled() {
        final WorkerPreferences preferences = new WorkerPreferences(ResourcesPlugin.getWorkspace().getRoot());
        return WorkerResources.of(draft().file().map(file -> preferences.settings(file.getProject())).orElseGet(preferences::settings));
    }

    private WorkerResources chosen() {
        return new WorkerResources(memory.getSelection(), threads.getSelection(), ExecutorSetting.values()[executor.getSelectionIndex()],
                DEVICES.get(device.getSelectionIndex()), limit.getSelection());
    }

    private void showResources(final WorkerResources resources) {
        executor.select(resources.executor().ordinal());
        device.select(DEVICES.indexOf(resources.device()));
        show(threads, resources.threads());
        show(memory, resources.memory());
        show(limit, resources.limit());
        List.of(executor, device, threads, memory, limit).forEach(control -> control.setEnabled(!set.getSelection()));
    }

    private static void show(final Spinner spinner, final int value) {
        if (spinner.getSelection() != value) {
            spinner.setSelection(value);
        }
    }

    @Override
    public void performApply(final ILaunchConfigurationWorkingCopy launch) {
        super.performApply(launch);
        try {
            LaunchAttributes.setOptions(launch, new RunOptions(resume.getSelection(), LaunchAttributes.options(launch).gates(),
                    set.getSelection() ? Optional.empty() : Optional.of(chosen())));
        } catch (final CoreException e) {
            ILog.of(ExecutionTab.class).log(e.getStatus());
        }
    }

    /** Numbers of the preferences are not to be mended here: there they are told, and by the run. */
    @Override
    public boolean isValid(final ILaunchConfiguration launch) {
        if (!super.isValid(launch)) {
            return false;
        }
        final Optional<String> problem = set.getSelection() ? Optional.empty()
                : new WorkerMemory(memory.getSelection(), limit.getSelection()).problem();
        setErrorMessage(problem.orElse(null));
        return problem.isEmpty();
    }
}
