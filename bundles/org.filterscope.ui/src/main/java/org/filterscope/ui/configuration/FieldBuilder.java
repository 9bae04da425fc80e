package org.filterscope.ui.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.IFormColors;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.filterscope.core.configuration.ConfigurationKey;
import org.filterscope.core.configuration.ConfigurationKeys;
import org.filterscope.core.configuration.ConfigurationText;
import org.filterscope.ui.display.AccessibleName;

/** Puts fields into a section of three columns: the name, what is written in, a button. */
final class FieldBuilder {
    private static final int COLUMNS = 3;

    private final FormToolkit toolkit;
    private final Composite parent;
    private final Consumer<UnaryOperator<ConfigurationText>> edit;
    private final PathChoice paths;
    private final FormPlaces places;
    private final KeyDocumentation documentation = new KeyDocumentation();
    private final List<FormField> fields = new ArrayList<>();

    FieldBuilder(final FormToolkit toolkit, final Composite parent, final Consumer<UnaryOperator<ConfigurationText>> edit,
            final PathChoice paths, final FormPlaces places) {
        this.toolkit = toolkit;
        this.parent = parent;
        this.edit = edit;
        this.paths = paths;
        this.places = places;
    }

    /** Where fields that are made elsewhere belong. */
    Composite parent() {
        return parent;
    }

    List<FormField> fields() {
        return fields;
    }

    /**
     * The field that suits the form of a key.
     *
     * @param path  the keys, with dots between them
     * @param label for the person
     * @param hint  shown in the empty field: what holds by default
     */
    void add(final String path, final String label, final String hint) {
        final List<String> keys = List.of(path.split("\\."));
        final ConfigurationKey key = ConfigurationKeys.at(keys).orElseThrow();
        final String help = documentation.of(keys).orElse("");
        final FormField field = switch (key.form()) {
            case CHOICE -> {
                label(label, help);
                yield fill(new ChoiceField(path, parent, toolkit, key.choices(), hint, places, edit), label, help, COLUMNS - 1);
            }
            case FILE, FOLDER -> {
                link(label, help, path);
                final TextField written = fill(new TextField(path, parent, toolkit, hint, false, places, edit), label, help, 1);
                paths.button(parent, toolkit, label, key.form() == ConfigurationKey.Form.FOLDER, written);
                yield written;
            }
            default -> {
                label(label, help);
                yield fill(new TextField(path, parent, toolkit, hint, key.list(), places, edit), label, help, COLUMNS - 1);
            }
        };
        fields.add(field);
    }

    /** A field made elsewhere, over the whole width. */
    void add(final FormField field) {
        GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).applyTo(field.control());
        fields.add(field);
    }

    /**
     * A field with several values and a button.
     *
     * @param button makes the button; gets the section and the field
     */
    void add(final String path, final String label, final String hint, final BiConsumer<Composite, TextField> button) {
        final String help = documentation.of(List.of(path.split("\\."))).orElse("");
        label(label, help);
        final TextField field = fill(new TextField(path, parent, toolkit, hint, true, places, edit), label, help, 1);
        button.accept(parent, field);
        fields.add(field);
    }

    /** Words above fields that belong together. */
    void heading(final String words) {
        final Label heading = toolkit.createLabel(parent, words);
        heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        heading.setForeground(toolkit.getColors().getColor(IFormColors.TITLE));
        GridDataFactory.fillDefaults().span(COLUMNS, 1).indent(0, 4).applyTo(heading);
    }

    private void label(final String words, final String help) {
        final Label label = toolkit.createLabel(parent, words);
        label.setToolTipText(help);
        GridDataFactory.swtDefaults().applyTo(label);
    }

    private void link(final String words, final String help, final String path) {
        final Hyperlink link = toolkit.createHyperlink(parent, words, SWT.NONE);
        link.setToolTipText(help);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(final HyperlinkEvent event) {
                paths.open(path);
            }
        });
    }

    private static <F extends FormField> F fill(final F field, final String label, final String help, final int span) {
        AccessibleName.give(field.control(), () -> label);
        field.control().setToolTipText(help);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(110, SWT.DEFAULT).span(span, 1).indent(6, 0)
                .applyTo(field.control());
        return field;
    }
}
