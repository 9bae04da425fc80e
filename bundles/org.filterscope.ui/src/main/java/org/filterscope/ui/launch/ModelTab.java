package org.filterscope.ui.launch;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.filterscope.ide.launch.LaunchAttributes;
import org.filterscope.ui.diagnosis.ConfigurationChooser;
import org.filterscope.ui.display.AccessibleName;

/** Which configuration is run; its model and what becomes of a picture before the model sees it. */
final class ModelTab extends ConfigurationTab {
    private static final List<String> OTHERS = List.of("images", "concepts", "landmarks", "layers", "analyses", "filters", "sample", "gates");

    private Text configuration;
    private boolean initializing;

    ModelTab(final ConfigurationDraft draft) {
        super(draft, Messages.ModelTab_name, "icons/configuration.svg", List.of("model", "labels", "input"));
    }

    /** What no other tab is about is told here. */
    @Override
    boolean isAbout(final String key) {
        return !OTHERS.contains(key);
    }

    @Override
    void fill(final Composite page) {
        final Group file = ConfigurationFields.group(page, Messages.ModelTab_file);
        new Label(file, SWT.NONE).setText(Messages.ModelTab_configuration);
        configuration = new Text(file, SWT.BORDER);
        configuration.setMessage(Messages.ModelTab_configurationHint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(configuration);
        AccessibleName.give(configuration, () -> Messages.ModelTab_configuration);
        configuration.addListener(SWT.Modify, event -> choose());
        final Button browse = new Button(file, SWT.PUSH);
        browse.setText(Messages.ConfigurationFields_browse);
        browse.addListener(SWT.Selection,
                event -> new ConfigurationChooser(getShell()).choose(
                        chosen -> configuration.setText(chosen.getFullPath().makeRelative().toString())));
        final Group model = ConfigurationFields.group(page, Messages.ModelTab_model);
        fields().file(model, Messages.ModelTab_modelFile, "model", "*.h5;*.keras;*.onnx;*.zip", "*");
        fields().file(model, Messages.ModelTab_labels, "labels", "*.txt", "*");
        final Group input = ConfigurationFields.group(page, Messages.ModelTab_input);
        fields().text(input, Messages.ModelTab_size, "input.size", Messages.ModelTab_sizeHint, true);
        fields().text(input, Messages.ModelTab_scale, "input.scale", "1", false);
        fields().text(input, Messages.ModelTab_mean, "input.mean", "0", true);
        fields().text(input, Messages.ModelTab_std, "input.std", "1", true);
        fields().choice(input, Messages.ModelTab_order, "input.order", Messages.ModelTab_orderStandard, List.of("rgb", "bgr"));
        fields().choice(input, Messages.ModelTab_resize, "input.resize", Messages.ModelTab_resizeStandard, List.of("stretch", "crop", "pad"));
        fields().choice(input, Messages.ModelTab_resampling, "input.resampling", Messages.ModelTab_resamplingStandard, List.of("pil", "tensorflow"));
    }

    private void choose() {
        if (!initializing) {
            draft().open(chosen());
            fields().refresh();
            updateLaunchConfigurationDialog();
        }
    }

    private Optional<IFile> chosen() {
        final IPath path = IPath.fromOSString(configuration.getText().strip()).makeAbsolute();
        return path.segmentCount() < 2 ? Optional.empty() : Optional.of(ResourcesPlugin.getWorkspace().getRoot().getFile(path));
    }

    @Override
    public void initializeFrom(final ILaunchConfiguration launch) {
        initializing = true;
        try {
            final String path = LaunchAttributes.configuration(launch).map(file -> file.getFullPath().makeRelative().toString()).orElse("");
            if (!configuration.getText().strip().equals(path)) {
                configuration.setText(path);
            }
        } catch (final CoreException e) {
            ILog.of(ModelTab.class).log(e.getStatus());
        } finally {
            initializing = false;
        }
        super.initializeFrom(launch);
    }

    @Override
    public void performApply(final ILaunchConfigurationWorkingCopy launch) {
        super.performApply(launch);
        try {
            if (!LaunchAttributes.configuration(launch).equals(chosen())) {
                LaunchAttributes.setConfiguration(launch, chosen());
            }
        } catch (final CoreException e) {
            ILog.of(ModelTab.class).log(e.getStatus());
        }
    }

    @Override
    public boolean isValid(final ILaunchConfiguration launch) {
        if (draft().file().isEmpty()) {
            setErrorMessage(Messages.ModelTab_none);
            return false;
        }
        if (!ConfigurationChooser.isConfiguration(draft().file().get())) {
            setErrorMessage(Messages.ModelTab_other);
            return false;
        }
        return super.isValid(launch);
    }
}
