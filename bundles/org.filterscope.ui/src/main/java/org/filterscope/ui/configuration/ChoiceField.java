package org.filterscope.ui.configuration;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.filterscope.core.configuration.ConfigurationText;

/** One of some words. The first choice is a key that is not given. */
final class ChoiceField implements FormField {
    private final String path;
    private final List<String> choices;
    private final Combo combo;
    private final FormPlaces places;

    /** @param hint what holds by default */
    ChoiceField(final String path, final Composite parent, final FormToolkit toolkit, final List<String> choices, final String hint,
            final FormPlaces places, final Consumer<UnaryOperator<ConfigurationText>> edit) {
        this.path = path;
        this.places = places;
        this.choices = Stream.concat(Stream.of(hint), choices.stream()).toList();
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        toolkit.adapt(combo, true, true);
        combo.setItems(this.choices.toArray(String[]::new));
        combo.addListener(SWT.Selection, event -> edit.accept(
                source -> combo.getSelectionIndex() == 0 ? source.without(places.of(source, path))
                        : source.with(places.of(source, path), combo.getText())));
        // The wheel is for the form.
        combo.addListener(SWT.MouseVerticalWheel, event -> event.doit = combo.isFocusControl());
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Control control() {
        return combo;
    }

    /** A word that is none of the choices is shown all the same. */
    @Override
    public void show(final ConfigurationText source) {
        final String word = source.get(places.of(source, path)).orElse("");
        final int index = word.isEmpty() ? 0 : choices.subList(1, choices.size()).indexOf(word) + 1;
        final boolean strange = index == 0 && !word.isEmpty();
        if (combo.getItemCount() > choices.size()) {
            combo.remove(choices.size());
        }
        if (strange) {
            combo.add(word);
        }
        combo.select(strange ? choices.size() : index);
    }

    @Override
    public void enable(final boolean enabled) {
        combo.setEnabled(enabled);
    }
}
