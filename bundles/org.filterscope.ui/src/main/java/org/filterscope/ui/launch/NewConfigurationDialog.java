package org.filterscope.ui.launch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.filterscope.core.protocol.InspectionResult;
import org.filterscope.ui.display.AccessibleName;

/** Asks what a model's file does not tell, and shows what was guessed for the rest. */
public final class NewConfigurationDialog extends TitleAreaDialog {
    private static final int LARGEST = 8192;

    private final InspectedModel known;
    private final Path folder;
    private final String ok;
    private Text pictures;
    private Text labels;
    private Text size;
    private Combo values;
    private Combo order;
    private Optional<NewConfiguration> answer = Optional.empty();

    /**
     * @param folder that the configuration goes to, absolute; paths are relative to it
     * @param ok     words of the button that takes the answers
     */
    public NewConfigurationDialog(final Shell shell, final InspectedModel known, final Path folder, final String ok) {
        super(shell);
        this.known = known;
        this.folder = folder;
        this.ok = ok;
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    /** Empty unless the dialog was left with OK. */
    public Optional<NewConfiguration> answer() {
        return answer;
    }

    @Override
    protected void configureShell(final Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.NewConfigurationDialog_window);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(shell, ConfigurationTab.HELP);
    }

    @Override
    protected Control createDialogArea(final Composite parent) {
        final Composite area = (Composite) super.createDialogArea(parent);
        final Composite page = new Composite(area, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).margins(10, 10).applyTo(page);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(page);
        setTitle(NLS.bind(Messages.NewConfigurationDialog_title, known.model().getFileName()));
        final InspectionResult inspected = known.inspected();
        final boolean open = inspected.rows() == 0;
        setMessage(open ? NLS.bind(Messages.NewConfigurationDialog_openModel, inspected.format(), inspected.outputs())
                : NLS.bind(Messages.NewConfigurationDialog_model,
                        new Object[] {inspected.format(), inspected.channels(), inspected.rows(), inspected.cols(), inspected.outputs()}));
        pictures = field(page, Messages.NewConfigurationDialog_pictures, known.pictures());
        browse(page, pictures, new DirectoryChoice());
        labels = field(page, Messages.NewConfigurationDialog_labels, known.labels());
        labels.setMessage(Messages.NewConfigurationDialog_labelsHint);
        browse(page, labels, new FileChoice());
        if (open) {
            size = field(page, Messages.NewConfigurationDialog_size, Optional.empty());
            size.setText("224, 224");
            GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(size);
        }
        values = combo(page, Messages.NewConfigurationDialog_values, Messages.NewConfigurationDialog_bytes, Messages.NewConfigurationDialog_shares,
                Messages.NewConfigurationDialog_signed, Messages.NewConfigurationDialog_imagenet);
        values.select(PixelValues.SHARES.ordinal());
        order = combo(page, Messages.NewConfigurationDialog_order, Messages.NewConfigurationDialog_rgb, Messages.NewConfigurationDialog_bgr);
        order.setEnabled(inspected.channels() == 3);
        return area;
    }

    private interface Choice {
        Optional<String> choose(Shell shell, String start);
    }

    private record DirectoryChoice() implements Choice {
        @Override
        public Optional<String> choose(final Shell shell, final String start) {
            final DirectoryDialog dialog = new DirectoryDialog(shell);
            dialog.setFilterPath(start);
            return Optional.ofNullable(dialog.open());
        }
    }

    private record FileChoice() implements Choice {
        @Override
        public Optional<String> choose(final Shell shell, final String start) {
            final FileDialog dialog = new FileDialog(shell, SWT.OPEN);
            dialog.setFilterPath(start);
            return Optional.ofNullable(dialog.open());
        }
    }

    private void browse(final Composite page, final Text text, final Choice choice) {
        final Button browse = new Button(page, SWT.PUSH);
        browse.setText(Messages.ConfigurationFields_browse);
        browse.addListener(SWT.Selection, event -> choice.choose(getShell(), folder.toString())
                .ifPresent(chosen -> text.setText(ConfigurationFields.relative(folder, Path.of(chosen)))));
    }

    private Text field(final Composite page, final String label, final Optional<Path> guess) {
        new Label(page, SWT.NONE).setText(label);
        final Text text = new Text(page, SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        AccessibleName.give(text, () -> label);
        guess.ifPresent(path -> text.setText(ConfigurationFields.relative(folder, path)));
        text.addListener(SWT.Modify, event -> check());
        return text;
    }

    private static Combo combo(final Composite page, final String label, final String... items) {
        new Label(page, SWT.NONE).setText(label);
        final Combo combo = new Combo(page, SWT.READ_ONLY);
        combo.setItems(items);
        combo.select(0);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(combo);
        AccessibleName.give(combo, () -> label);
        return combo;
    }

    @Override
    protected void createButtonsForButtonBar(final Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, ok, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        getButton(IDialogConstants.OK_ID).setEnabled(problem().isEmpty());
    }

    private void check() {
        final Button ok = getButton(IDialogConstants.OK_ID);
        if (ok != null) {
            final Optional<String> problem = problem();
            // Nothing typed yet is no mistake.
            setErrorMessage(pictures.getText().isBlank() ? null : problem.orElse(null));
            ok.setEnabled(problem.isEmpty());
        }
    }

    private Optional<String> problem() {
        if (path(pictures).filter(Files::isDirectory).isEmpty()) {
            return Optional.of(NLS.bind(Messages.NewConfigurationDialog_noPictures, pictures.getText()));
        }
        if (!labels.getText().isBlank() && path(labels).filter(Files::isRegularFile).isEmpty()) {
            return Optional.of(NLS.bind(Messages.NewConfigurationDialog_noLabels, labels.getText()));
        }
        return size == null || isSize(ConfigurationFields.split(size.getText())) ? Optional.empty()
                : Optional.of(NLS.bind(Messages.NewConfigurationDialog_noSize, size.getText()));
    }

    private static boolean isSize(final List<String> sides) {
        return sides.size() == 2 && sides.stream().allMatch(side -> side.matches("[1-9]\\d{0,3}") && Integer.parseInt(side) <= LARGEST);
    }

    private Optional<Path> path(final Text text) {
        try {
            return text.getText().isBlank() ? Optional.empty() : Optional.of(folder.resolve(text.getText().strip()).normalize());
        } catch (final InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    protected void okPressed() {
        answer = Optional.of(new NewConfiguration(folder, known.model(), path(pictures).orElseThrow(), path(labels),
                Optional.ofNullable(size).map(Text::getText).map(ConfigurationFields::split), PixelValues.values()[values.getSelectionIndex()],
                order.getSelectionIndex() == 1));
        super.okPressed();
    }
}
