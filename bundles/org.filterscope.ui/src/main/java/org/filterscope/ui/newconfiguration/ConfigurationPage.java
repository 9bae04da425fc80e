package org.filterscope.ui.newconfiguration;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ContainerSelectionDialog;

/** Asks for a model, for pictures, and for where the configuration goes. */
final class ConfigurationPage extends WizardPage {
    private static final String HELP = "org.filterscope.ui.newConfiguration";
    private static final String EXTENSION = ".filterscope";
    private static final List<String> MODELS = List.of(".keras", ".h5", ".hdf5", ".onnx", ".zip");
    private static final List<String> PICTURES = List.of("pictures", "images");
    private static final int COLUMNS = 4;
    private static final int WIDTH = 300;

    private final IWorkspaceRoot workspace = ResourcesPlugin.getWorkspace().getRoot();
    private final Optional<IResource> selected;
    private Text model;
    private Text pictures;
    private Text folder;
    private Text name;

    /** @param selected what the person has selected in the workspace, which the page begins with */
    ConfigurationPage(final Optional<IResource> selected) {
        super(ConfigurationPage.class.getName());
        this.selected = selected;
        setTitle(Messages.ConfigurationPage_title);
        setDescription(Messages.ConfigurationPage_description);
    }

    @Override
    public void createControl(final Composite parent) {
        final Composite page = new Composite(parent, SWT.NONE);
        initializeDialogUnits(page);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(convertHorizontalDLUsToPixels(7), convertVerticalDLUsToPixels(7)).applyTo(page);
        final FileChoice choice = new FileChoice(page.getShell());
        model = field(page, Messages.ConfigurationPage_model);
        button(page, Messages.ConfigurationPage_workspace, () -> choice.workspaceFile(Messages.ConfigurationPage_chooseModel), model);
        button(page, Messages.ConfigurationPage_fileSystem, () -> choice.file(MODELS), model);
        pictures = field(page, Messages.ConfigurationPage_pictures);
        button(page, Messages.ConfigurationPage_workspace, () -> choice.workspaceFolder(Messages.ConfigurationPage_choosePictures), pictures);
        button(page, Messages.ConfigurationPage_fileSystem, () -> choice.folder(Messages.ConfigurationPage_choosePictures), pictures);
        folder = field(page, Messages.ConfigurationPage_folder);
        button(page, Messages.ConfigurationPage_browse, this::chooseFolder, folder);
        new Label(page, SWT.NONE);
        name = field(page, Messages.ConfigurationPage_name);
        new Label(page, SWT.NONE);
        new Label(page, SWT.NONE);
        begin();
        for (final Text text : List.of(model, pictures, folder, name)) {
            text.addModifyListener(event -> validate());
        }
        setControl(page);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(page, HELP);
        validate();
        // An empty page begins with what is wanted, not with a reproach.
        setErrorMessage(null);
    }

    @Override
    public void setVisible(final boolean visible) {
        super.setVisible(visible);
        if (visible) {
            (model.getText().isEmpty() ? model : pictures.getText().isEmpty() ? pictures : name).setFocus();
        }
    }

    /** The model's file; the page is complete, here and below. */
    Path model() {
        return Path.of(model.getText().strip());
    }

    Path pictures() {
        return Path.of(pictures.getText().strip());
    }

    IFile configuration() {
        return container().orElseThrow().getFile(IPath.fromOSString(fileName()));
    }

    private String fileName() {
        final String wanted = name.getText().strip();
        return wanted.endsWith(EXTENSION) ? wanted : wanted + EXTENSION;
    }

    private void begin() {
        selected.ifPresent(resource -> {
            final IContainer parent = resource instanceof final IContainer container ? container : resource.getParent();
            folder.setText(parent.getFullPath().makeRelative().toString());
            if (resource instanceof IFile && isModel(resource.getName()) && resource.getLocation() != null) {
                model.setText(resource.getLocation().toOSString());
                name.setText(resource.getName().substring(0, resource.getName().lastIndexOf('.')) + EXTENSION);
            }
            PICTURES.stream().map(candidate -> parent.findMember(candidate)).filter(IContainer.class::isInstance).map(IResource::getLocation)
                    .filter(location -> location != null).findFirst().ifPresent(location -> pictures.setText(location.toOSString()));
        });
        if (name.getText().isEmpty()) {
            name.setText(Messages.ConfigurationPage_defaultName);
        }
    }

    private static boolean isModel(final String file) {
        return MODELS.stream().anyMatch(file.toLowerCase(Locale.ROOT)::endsWith);
    }

    private Optional<String> chooseFolder() {
        final ContainerSelectionDialog dialog = new ContainerSelectionDialog(getShell(), container().orElse(workspace), false,
                Messages.ConfigurationPage_chooseFolder);
        return dialog.open() == Window.OK && dialog.getResult().length == 1 && dialog.getResult()[0] instanceof final IPath path
                ? Optional.of(path.makeRelative().toString()) : Optional.empty();
    }

    private void validate() {
        final Optional<String> objection = objection();
        setErrorMessage(objection.orElse(null));
        setPageComplete(objection.isEmpty());
        setMessage(objection.isEmpty() && !isModel(model.getText().strip()) ? Messages.ConfigurationPage_unknownModel : null,
                IMessageProvider.WARNING);
    }

    private Optional<String> objection() {
        if (path(model).filter(Files::isRegularFile).isEmpty()) {
            return Optional.of(model.getText().isBlank() ? Messages.ConfigurationPage_modelMissing
                    : NLS.bind(Messages.ConfigurationPage_noModel, model.getText().strip()));
        }
        if (path(pictures).filter(Files::isDirectory).isEmpty()) {
            return Optional.of(pictures.getText().isBlank() ? Messages.ConfigurationPage_picturesMissing
                    : NLS.bind(Messages.ConfigurationPage_noPictures, pictures.getText().strip()));
        }
        final Optional<IContainer> place = container();
        if (place.isEmpty() || place.get().getLocation() == null) {
            return Optional.of(folder.getText().isBlank() ? Messages.ConfigurationPage_folderMissing
                    : NLS.bind(Messages.ConfigurationPage_noFolder, folder.getText().strip()));
        }
        final IStatus valid = workspace.getWorkspace().validateName(fileName(), IResource.FILE);
        if (!valid.isOK()) {
            return Optional.of(valid.getMessage());
        }
        return configuration().exists() ? Optional.of(NLS.bind(Messages.ConfigurationPage_exists, configuration().getFullPath().makeRelative()))
                : Optional.empty();
    }

    /** The folder in an open project. */
    private Optional<IContainer> container() {
        final IPath path = IPath.fromOSString(folder.getText().strip());
        return path.segmentCount() > 0 && workspace.findMember(path) instanceof final IContainer found && found.isAccessible() ? Optional.of(found)
                : Optional.empty();
    }

    private static Optional<Path> path(final Text text) {
        try {
            return Optional.of(Path.of(text.getText().strip())).filter(Path::isAbsolute);
        } catch (final InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Text field(final Composite page, final String label) {
        new Label(page, SWT.NONE).setText(label);
        final Text text = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(WIDTH, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private void button(final Composite page, final String label, final Choice choice, final Text target) {
        final Button button = new Button(page, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> choice.choose().ifPresent(target::setText));
        setButtonLayoutData(button);
    }

    /** Asks a person. */
    @FunctionalInterface
    private interface Choice {
        Optional<String> choose();
    }
}
