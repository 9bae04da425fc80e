package org.filterscope.ui.settings;

import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.dialogs.PropertyPage;
import org.filterscope.ide.settings.WorkerPreferences;
import org.osgi.service.prefs.BackingStoreException;

/** How the worker is started for what is in a project: as the workspace says, or by settings of the project's own. */
public final class ProjectSettingsPage extends PropertyPage {
    /** Id of the page, and of its help. */
    static final String ID = "org.filterscope.ui.projectSettings";

    private final WorkerPreferences preferences = new WorkerPreferences(ResourcesPlugin.getWorkspace().getRoot());
    private Button own;
    private WorkerControls controls;

    @Override
    protected Control createContents(final Composite parent) {
        final Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(page);
        own = new Button(page, SWT.CHECK);
        own.setText(Messages.ProjectSettingsPage_own);
        own.setSelection(preferences.hasOwn(project()));
        own.addListener(SWT.Selection, event -> controls.setEnabled(own.getSelection()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(own);
        final Link workspace = new Link(page, SWT.NONE);
        workspace.setText("<a>%s</a>".formatted(Messages.ProjectSettingsPage_workspace));
        workspace.addListener(SWT.Selection, event -> openWorkspaceSettings());
        controls = new WorkerControls(page, this::check);
        controls.show(preferences.settings(project()));
        controls.setEnabled(own.getSelection());
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(controls.control());
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, ID);
        return page;
    }

    private void openWorkspaceSettings() {
        PreferencesUtil.createPreferenceDialogOn(getShell(), FilterscopePreferencePage.ID, new String[] {FilterscopePreferencePage.ID}, null).open();
        if (!own.getSelection()) {
            controls.show(preferences.settings());
        }
    }

    /** Numbers that no run can go well with are not kept. */
    private void check() {
        final Optional<String> problem = controls.problem();
        setErrorMessage(problem.orElse(null));
        setValid(problem.isEmpty());
    }

    @Override
    protected void performDefaults() {
        own.setSelection(false);
        controls.show(preferences.settings());
        controls.setEnabled(false);
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        try {
            if (own.getSelection()) {
                preferences.save(project(), controls.settings());
            } else if (preferences.hasOwn(project())) {
                preferences.removeOwn(project());
            }
            return true;
        } catch (final BackingStoreException e) {
            setErrorMessage(NLS.bind(Messages.settingsNotSaved, e.getMessage()));
            return false;
        }
    }

    private IProject project() {
        return Adapters.adapt(getElement(), IProject.class);
    }
}
