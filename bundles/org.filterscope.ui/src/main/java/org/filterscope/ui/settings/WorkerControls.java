package org.filterscope.ui.settings;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.filterscope.ide.settings.DeviceSetting;
import org.filterscope.ide.settings.ExecutorSetting;
import org.filterscope.ide.settings.WorkerMemory;
import org.filterscope.ide.settings.WorkerSettings;
import org.filterscope.ui.display.AccessibleName;

/** The worker's settings, to be edited. */
final class WorkerControls {
    private static final int COLUMNS = 3;
    private static final int HEAP_STEP = 256;
    private static final int WIDTH = 300;
    private static final List<ExecutorSetting> EXECUTORS = List.of(ExecutorSetting.values());
    private static final List<DeviceSetting> DEVICES = List.of(DeviceSetting.AUTO, DeviceSetting.CPU, DeviceSetting.CUDA);

    private final Group group;
    private final Combo executor;
    private final Combo device;
    private final Button allButOne;
    private final Button someCores;
    private final Spinner cores;
    private final Spinner heap;
    private final Spinner limit;
    private final Runnable changed;
    private boolean enabled = true;

    /** @param changed called when there may be another {@link #problem} */
    WorkerControls(final Composite parent, final Runnable changed) {
        this.changed = changed;
        final int available = Runtime.getRuntime().availableProcessors();
        group = new Group(parent, SWT.NONE);
        group.setText(Messages.WorkerControls_title);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(group);
        executor = combo(Messages.WorkerControls_executor, EXECUTORS.stream().map(WorkerControls::words).toArray(String[]::new));
        device = combo(Messages.WorkerControls_device, DEVICES.stream().map(WorkerControls::words).toArray(String[]::new));
        new Label(group, SWT.NONE);
        final GpuLine gpu = new GpuLine(group);
        GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS - 1, 1).hint(WIDTH, SWT.DEFAULT).applyTo(gpu.control());
        gpu.look();
        label(Messages.WorkerControls_cores);
        allButOne = new Button(group, SWT.RADIO);
        allButOne.setText(NLS.bind(Messages.WorkerControls_allButOne, Math.max(1, available - 1), available));
        GridDataFactory.fillDefaults().span(COLUMNS - 1, 1).applyTo(allButOne);
        new Label(group, SWT.NONE);
        someCores = new Button(group, SWT.RADIO);
        someCores.setText(Messages.WorkerControls_someCores);
        cores = spinner(1, Math.max(available, 1), 1);
        AccessibleName.give(cores, () -> plain(Messages.WorkerControls_someCores));
        someCores.addListener(SWT.Selection, event -> enable());
        label(Messages.WorkerControls_heap);
        heap = spinner(WorkerSettings.LEAST_HEAP, WorkerSettings.MOST_HEAP, HEAP_STEP);
        AccessibleName.give(heap, () -> plain(Messages.WorkerControls_heap));
        label(Messages.WorkerControls_megabytes);
        label(Messages.WorkerControls_limit);
        limit = spinner(WorkerSettings.NO_LIMIT, WorkerSettings.MOST_LIMIT, HEAP_STEP);
        AccessibleName.give(limit, () -> plain(Messages.WorkerControls_limit));
        label(Messages.WorkerControls_limitMegabytes);
        List.of(heap, limit).forEach(spinner -> spinner.addListener(SWT.Modify, event -> changed.run()));
    }

    /** What is wrong with the numbers about memory, in one sentence; nothing is while they are no settings. */
    Optional<String> problem() {
        return enabled ? new WorkerMemory(heap.getSelection(), limit.getSelection()).problem() : Optional.empty();
    }

    Control control() {
        return group;
    }

    void show(final WorkerSettings settings) {
        executor.select(EXECUTORS.indexOf(settings.executor()));
        device.select(DEVICES.indexOf(settings.device()));
        final boolean bounded = settings.cores() != WorkerSettings.ALL_BUT_ONE;
        allButOne.setSelection(!bounded);
        someCores.setSelection(bounded);
        // A number from a machine with more cores is kept.
        cores.setMaximum(Math.max(cores.getMaximum(), settings.cores()));
        cores.setSelection(Math.max(1, settings.cores()));
        heap.setSelection(settings.heap());
        limit.setSelection(settings.limit());
        enable();
    }

    WorkerSettings settings() {
        return new WorkerSettings(EXECUTORS.get(executor.getSelectionIndex()),
                someCores.getSelection() ? cores.getSelection() : WorkerSettings.ALL_BUT_ONE, heap.getSelection(),
                DEVICES.get(device.getSelectionIndex()), limit.getSelection());
    }

    void setEnabled(final boolean wanted) {
        enabled = wanted;
        enable();
    }

    private void enable() {
        for (final Control child : group.getChildren()) {
            child.setEnabled(enabled);
        }
        cores.setEnabled(enabled && someCores.getSelection());
        changed.run();
    }

    private Spinner spinner(final int least, final int most, final int step) {
        final Spinner spinner = new Spinner(group, SWT.BORDER);
        spinner.setValues(least, least, most, 0, step, step);
        return spinner;
    }

    private Combo combo(final String name, final String... words) {
        label(name);
        final Combo combo = new Combo(group, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(words);
        AccessibleName.give(combo, () -> plain(name));
        GridDataFactory.fillDefaults().span(COLUMNS - 1, 1).align(SWT.BEGINNING, SWT.CENTER).applyTo(combo);
        return combo;
    }

    private void label(final String words) {
        new Label(group, SWT.NONE).setText(words);
    }

    private static String plain(final String label) {
        return label.replace("&", "").replace(":", "");
    }

    private static String words(final DeviceSetting setting) {
        return switch (setting) {
            case AUTO -> Messages.WorkerControls_deviceAutomatic;
            case CPU -> Messages.WorkerControls_cpu;
            case CUDA -> Messages.WorkerControls_cuda;
        };
    }

    private static String words(final ExecutorSetting setting) {
        return switch (setting) {
            case AUTO -> Messages.WorkerControls_automatic;
            case ONNX_RUNTIME -> Messages.WorkerControls_onnxRuntime;
            case ND4J -> Messages.WorkerControls_nd4j;
        };
    }
}
