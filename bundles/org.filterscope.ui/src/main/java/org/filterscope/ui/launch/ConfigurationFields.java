package org.filterscope.ui.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.filterscope.ui.display.AccessibleName;

/** Fields for keys of a configuration: they show a draft's values and change them. A key whose field is empty is not in the file. */
final class ConfigurationFields {
    private static final int COLUMNS = 3;
    private static final int NUMBER_WIDTH = 90;

    private final ConfigurationDraft draft;
    private final Runnable changed;
    private final List<Runnable> showing = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    private boolean refreshing;

    /** @param changed called after a person has changed the draft */
    ConfigurationFields(final ConfigurationDraft draft, final Runnable changed) {
        this.draft = draft;
        this.changed = changed;
    }

    /** Shows what the draft says now. */
    void refresh() {
        refreshing = true;
        try {
            showing.forEach(Runnable::run);
            controls.forEach(control -> control.setEnabled(draft.text().isPresent()));
        } finally {
            refreshing = false;
        }
    }

    /** Also shows something that is no single key. */
    void onRefresh(final Runnable show) {
        showing.add(show);
    }

    /** A person has changed something; ignored while the fields themselves change. */
    void edit(final Runnable change) {
        if (!refreshing) {
            change.run();
            changed.run();
        }
    }

    static Composite page(final Composite parent) {
        final Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(page);
        return page;
    }

    static Group group(final Composite page, final String title) {
        final Group group = new Group(page, SWT.NONE);
        group.setText(title);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        return group;
    }

    /** One plain value, or several with commas between them where the key takes a list. */
    Text text(final Composite group, final String label, final String path, final String standard, final boolean list) {
        final Text text = field(group, label, standard, COLUMNS - 1);
        showing.add(() -> show(text, String.join(", ", draft.get(path))));
        text.addListener(SWT.Modify, event -> edit(() -> {
            final List<String> values = list ? split(text.getText()) : List.of(text.getText());
            if (values.size() == 1) {
                draft.set(path, values.getFirst());
            } else {
                draft.set(path, values);
            }
        }));
        return text;
    }

    /** A number; short. */
    void number(final Composite group, final String label, final String path, final String standard) {
        GridDataFactory.swtDefaults().span(COLUMNS - 1, 1).hint(NUMBER_WIDTH, SWT.DEFAULT).applyTo(text(group, label, path, standard, false));
    }

    /** A file, relative to the configuration where that is possible. */
    void file(final Composite group, final String label, final String path, final String... extensions) {
        path(group, label, path, from -> {
            final FileDialog dialog = new FileDialog(group.getShell(), SWT.OPEN);
            dialog.setFilterExtensions(extensions);
            from.map(Path::toString).ifPresent(dialog::setFilterPath);
            return Optional.ofNullable(dialog.open());
        });
    }

    /** A folder, relative to the configuration where that is possible. */
    void folder(final Composite group, final String label, final String path) {
        path(group, label, path, from -> {
            final DirectoryDialog dialog = new DirectoryDialog(group.getShell());
            from.map(Path::toString).ifPresent(dialog::setFilterPath);
            return Optional.ofNullable(dialog.open());
        });
    }

    @FunctionalInterface
    private interface Browsing {
        Optional<String> from(Optional<Path> folder);
    }

    private void path(final Composite group, final String label, final String path, final Browsing browsing) {
        final Text text = field(group, label, "", 1);
        showing.add(() -> show(text, String.join(", ", draft.get(path))));
        text.addListener(SWT.Modify, event -> edit(() -> draft.set(path, text.getText())));
        final Button browse = new Button(group, SWT.PUSH);
        browse.setText(Messages.ConfigurationFields_browse);
        GridDataFactory.fillDefaults().applyTo(browse);
        AccessibleName.give(browse, () -> Messages.ConfigurationFields_browse + " " + label);
        browse.addListener(SWT.Selection, event -> browsing.from(draft.folder()).ifPresent(chosen -> text.setText(relative(chosen))));
        controls.add(browse);
    }

    private String relative(final String chosen) {
        return draft.folder().map(folder -> relative(folder, Path.of(chosen))).orElse(chosen);
    }

    /** With slashes, which all systems understand; files far away stay absolute. */
    static String relative(final Path folder, final Path chosen) {
        final Path above = folder.getParent();
        final boolean near = chosen.startsWith(folder) || above != null && above.getNameCount() > 0 && chosen.startsWith(above);
        final String name = near ? folder.relativize(chosen).toString().replace('\\', '/') : chosen.toString();
        return name.isEmpty() ? "." : name;
    }

    /** One of a few values; the first entry stands for the key's absence. */
    void choice(final Composite group, final String label, final String path, final String absent, final List<String> values) {
        label(group, label);
        final Combo combo = new Combo(group, SWT.READ_ONLY);
        combo.add(absent);
        values.forEach(combo::add);
        GridDataFactory.swtDefaults().span(COLUMNS - 1, 1).applyTo(combo);
        AccessibleName.give(combo, () -> label);
        showing.add(() -> combo.select(1 + values.indexOf(String.join(", ", draft.get(path)))));
        combo.addListener(SWT.Selection, event -> edit(() -> draft.set(path, combo.getSelectionIndex() < 1 ? "" : combo.getText())));
        controls.add(combo);
    }

    private Text field(final Composite group, final String label, final String standard, final int span) {
        label(group, label);
        final Text text = new Text(group, SWT.BORDER);
        text.setMessage(standard);
        GridDataFactory.fillDefaults().grab(true, false).span(span, 1).align(SWT.FILL, SWT.CENTER).applyTo(text);
        AccessibleName.give(text, () -> label);
        controls.add(text);
        return text;
    }

    private static void label(final Composite group, final String label) {
        new Label(group, SWT.NONE).setText(label);
    }

    /** Leaves the caret where a person types. */
    private static void show(final Text text, final String value) {
        if (!text.getText().strip().equals(value)) {
            text.setText(value);
        }
    }

    static List<String> split(final String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(value -> !value.isEmpty()).toList();
    }
}
