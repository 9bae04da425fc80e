package org.filterscope.ui.settings;

import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.dialogs.PreferenceLinkArea;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.preferences.IWorkbenchPreferenceContainer;
import org.filterscope.ide.settings.WorkerPreferences;
import org.filterscope.ide.settings.WorkerSettings;
import org.osgi.service.prefs.BackingStoreException;

/** How the worker is started, for the workspace; and the way to what else can be set. */
public final class FilterscopePreferencePage extends PreferencePage implements IWorkbenchPreferencePage {
    /** Id of the page, and of its help. */
    static final String ID = "org.filterscope.ui.preferences";
    private static final String COLORS = "org.eclipse.ui.preferencePages.ColorsAndFonts";
    private static final String OUR_COLORS = "selectCategory:org.filterscope.ui.colors";
    private static final int WIDTH = 400;

    private final WorkerPreferences preferences = new WorkerPreferences(ResourcesPlugin.getWorkspace().getRoot());
    private WorkerControls controls;

    @Override
    public void init(final IWorkbench workbench) {
        // What is needed of the workbench, every dialog has.
    }

    @Override
    protected Control createContents(final Composite parent) {
        final Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        final Label what = new Label(page, SWT.WRAP);
        what.setText(Messages.FilterscopePreferencePage_what);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(what);
        final Link projects = new Link(page, SWT.NONE);
        projects.setText("<a>%s</a>".formatted(Messages.FilterscopePreferencePage_projects));
        projects.addListener(SWT.Selection, event -> openProject());
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(projects);
        controls = new WorkerControls(page, this::check);
        controls.show(preferences.settings());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(controls.control());
        link(page, COLORS, Messages.FilterscopePreferencePage_colors, OUR_COLORS);
        link(page, StoredDataPage.ID, Messages.FilterscopePreferencePage_storedData, null);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, ID);
        return page;
    }

    private void link(final Composite page, final String id, final String words, final Object data) {
        if (getContainer() instanceof final IWorkbenchPreferenceContainer container) {
            GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT)
                    .applyTo(new PreferenceLinkArea(page, SWT.WRAP, id, words, container, data).getControl());
        }
    }

    private void openProject() {
        final ElementListSelectionDialog dialog = new ElementListSelectionDialog(getShell(), LabelProvider.createTextProvider(this::label));
        dialog.setTitle(Messages.FilterscopePreferencePage_projectsTitle);
        dialog.setMessage(Messages.FilterscopePreferencePage_projectsChoose);
        dialog.setElements(Stream.of(ResourcesPlugin.getWorkspace().getRoot().getProjects()).filter(IProject::isAccessible).toArray());
        dialog.setMultipleSelection(false);
        if (dialog.open() == Window.OK && dialog.getFirstResult() instanceof final IProject project) {
            PreferencesUtil.createPropertyDialogOn(getShell(), project, ProjectSettingsPage.ID, new String[] {ProjectSettingsPage.ID}, null).open();
        }
    }

    private String label(final Object project) {
        final IProject named = (IProject) project;
        return preferences.hasOwn(named) ? NLS.bind(Messages.FilterscopePreferencePage_own, named.getName()) : named.getName();
    }

    /** Numbers that no run can go well with are not kept. */
    private void check() {
        final Optional<String> problem = controls.problem();
        setErrorMessage(problem.orElse(null));
        setValid(problem.isEmpty());
    }

    @Override
    protected void performDefaults() {
        controls.show(WorkerSettings.defaults());
        super.performDefaults();
    }

    @Override
    public boolean performOk() {
        try {
            preferences.save(controls.settings());
            return true;
        } catch (final BackingStoreException e) {
            setErrorMessage(NLS.bind(Messages.settingsNotSaved, e.getMessage()));
            return false;
        }
    }
}
