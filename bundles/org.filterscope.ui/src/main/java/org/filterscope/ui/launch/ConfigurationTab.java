package org.filterscope.ui.launch;

import java.util.List;
import java.util.Optional;

import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;

/** A tab of the launch dialog that edits keys of the configuration file. What it changes is saved with the launch configuration. */
abstract class ConfigurationTab extends AbstractLaunchConfigurationTab {
    static final String HELP = "org.filterscope.ui.launch";

    private final ResourceManager images = new LocalResourceManager(JFaceResources.getResources());
    private final ConfigurationDraft draft;
    private final ConfigurationFields fields;
    private final List<String> keys;
    private final String name;
    private final String icon;

    /** @param keys outermost keys of the configuration that this tab is about */
    ConfigurationTab(final ConfigurationDraft draft, final String name, final String icon, final List<String> keys) {
        this.draft = draft;
        this.name = name;
        this.icon = icon;
        this.keys = List.copyOf(keys);
        fields = new ConfigurationFields(draft, this::scheduleUpdateJob);
        setHelpContextId(HELP);
    }

    abstract void fill(Composite page);

    /** Whether the tab tells of a problem with an outermost key; empty for the file as a whole. */
    boolean isAbout(final String key) {
        return keys.contains(key);
    }

    final ConfigurationDraft draft() {
        return draft;
    }

    final ConfigurationFields fields() {
        return fields;
    }

    @Override
    public final void createControl(final Composite parent) {
        final Composite page = ConfigurationFields.page(parent);
        fill(page);
        setControl(page);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, HELP);
    }

    @Override
    public final String getName() {
        return name;
    }

    @Override
    public final Image getImage() {
        return ResourceLocator.imageDescriptorFromBundle(ConfigurationTab.class, icon).map(images::get).orElse(null);
    }

    @Override
    public void setDefaults(final ILaunchConfigurationWorkingCopy launch) {
        // A launch configuration that says nothing is run as everything is by default.
    }

    @Override
    public void initializeFrom(final ILaunchConfiguration launch) {
        fields.refresh();
    }

    @Override
    public void performApply(final ILaunchConfigurationWorkingCopy launch) {
        draft.mark(launch);
    }

    /** A problem keeps nobody from saving what is right by now; it would keep a run from beginning. */
    @Override
    public boolean isValid(final ILaunchConfiguration launch) {
        final Optional<String> sentence = draft.problem().filter(problem -> isAbout(problem.key())).map(ConfigurationDraft.Problem::sentence);
        setErrorMessage(sentence.orElse(null));
        return sentence.isEmpty();
    }

    @Override
    public void dispose() {
        images.dispose();
        super.dispose();
    }
}
