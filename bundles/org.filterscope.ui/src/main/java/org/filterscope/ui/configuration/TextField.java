package org.filterscope.ui.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.filterscope.core.configuration.ConfigurationText;

/** One value, or some with commas between them. An empty field is a key that is not given. */
final class TextField implements FormField {
    /** Whether a value has a comma, which separates values here. */
    private boolean names;
    private final String path;
    private final Text text;
    private final boolean several;
    private final FormPlaces places;
    private boolean showing;

    TextField(final String path, final Composite parent, final FormToolkit toolkit, final String hint, final boolean several,
            final FormPlaces places, final Consumer<UnaryOperator<ConfigurationText>> edit) {
        this.path = path;
        this.places = places;
        this.several = several;
        text = toolkit.createText(parent, "", SWT.SINGLE);
        text.setMessage(hint);
        text.addModifyListener(event -> {
            if (!showing) {
                edit.accept(this::put);
            }
        });
    }

    /** As if the person had written it. */
    void write(final String value) {
        text.setText(value);
    }

    String written() {
        return text.getText().strip();
    }

    private ConfigurationText put(final ConfigurationText before) {
        final String value = written();
        if (value.isEmpty()) {
            final String place = places.of(before, path);
            // The last key of a set would take the set along, which only its button does.
            return place.startsWith(FormPlaces.CONCEPTS + ".") && before.has(place) && before.keys(place.substring(0, place.lastIndexOf('.'))).size() == 1
                    ? before.with(place, "") : before.without(place);
        }
        final ConfigurationText source = FormPlaces.prepared(before, path);
        final String place = places.of(source, path);
        if (!several) {
            return source.with(place, value);
        }
        final List<String> values = values(value);
        return values.size() == 1 && source.keys(place).isEmpty() ? source.with(place, values.getFirst()) : source.with(place, values);
    }

    private static List<String> values(final String written) {
        return Arrays.stream(written.split(",")).map(String::strip).filter(value -> !value.isEmpty()).toList();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Control control() {
        return text;
    }

    @Override
    public void show(final ConfigurationText source) {
        final String place = places.of(source, path);
        names = several && source.texts(place).stream().anyMatch(value -> value.contains(","));
        if (names) {
            text.setEditable(false);
            text.setToolTipText(Messages.TextField_commas);
        }
        final String shown = several ? String.join(", ", source.texts(place)) : source.get(place).orElse("");
        final boolean same = several ? values(written()).equals(source.texts(place)) : written().equals(shown.strip());
        if (!same) {
            showing = true;
            text.setText(shown);
            showing = false;
        }
    }

    @Override
    public void enable(final boolean enabled) {
        text.setEditable(enabled && !names);
    }
}
