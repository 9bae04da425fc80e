package org.filterscope.ui.configuration;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.filterscope.core.configuration.ConfigurationText;
import org.filterscope.ui.display.AccessibleName;

/** Chooses the set of concepts that the fields below show; adds and removes sets. */
final class ConceptSets implements FormField {
    private static final String MASKS = ".masks";

    private final FormPlaces places;
    private final Composite control;
    private final Combo sets;
    private final Button add;
    private final Button remove;

    /** @param chosen called when another set is to be shown */
    ConceptSets(final Composite parent, final FormToolkit toolkit, final FormPlaces places, final Consumer<UnaryOperator<ConfigurationText>> edit,
            final Runnable chosen) {
        this.places = places;
        control = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(control);
        sets = new Combo(control, SWT.READ_ONLY | SWT.DROP_DOWN);
        toolkit.adapt(sets, true, true);
        AccessibleName.give(sets, () -> Messages.ConceptSets_sets);
        sets.setToolTipText(Messages.ConceptSets_sets);
        GridDataFactory.fillDefaults().grab(true, false).hint(80, SWT.DEFAULT).applyTo(sets);
        sets.addListener(SWT.Selection, event -> {
            places.showConcept(sets.getSelectionIndex());
            chosen.run();
        });
        sets.addListener(SWT.MouseVerticalWheel, event -> event.doit = sets.isFocusControl());
        add = toolkit.createButton(control, Messages.ConceptSets_add, SWT.PUSH);
        add.addListener(SWT.Selection, event -> {
            edit.accept(this::added);
            chosen.run();
        });
        remove = toolkit.createButton(control, Messages.ConceptSets_remove, SWT.PUSH);
        remove.addListener(SWT.Selection, event -> {
            edit.accept(this::removed);
            chosen.run();
        });
    }

    /** A set needs a folder of masks; its name is what a person is going to choose. */
    private ConfigurationText added(final ConfigurationText source) {
        final int count = source.keys(FormPlaces.CONCEPTS).size();
        places.showConcept(count);
        return source.with(FormPlaces.CONCEPTS + "." + count + MASKS, Messages.ConceptSets_masks);
    }

    private ConfigurationText removed(final ConfigurationText source) {
        if (!FormPlaces.isList(source, FormPlaces.CONCEPTS)) {
            return source.without(FormPlaces.CONCEPTS);
        }
        final int index = places.concept();
        places.showConcept(index - 1);
        return source.without(FormPlaces.CONCEPTS + "." + index);
    }

    @Override
    public String path() {
        return FormPlaces.CONCEPTS;
    }

    @Override
    public Control control() {
        return control;
    }

    @Override
    public void show(final ConfigurationText source) {
        final boolean list = FormPlaces.isList(source, FormPlaces.CONCEPTS);
        final int count = list ? source.keys(FormPlaces.CONCEPTS).size() : source.has(FormPlaces.CONCEPTS) ? 1 : 0;
        places.showConcept(Math.min(places.concept(), count - 1));
        final List<String> names = IntStream.range(0, count).mapToObj(index -> name(source, list ? "." + index : "", index)).toList();
        if (!names.equals(List.of(sets.getItems()))) {
            sets.setItems(names.toArray(String[]::new));
        }
        sets.select(places.concept());
        // A set that is a block of its own would have to be written anew to have a neighbour.
        add.setEnabled(list || count == 0);
        add.setToolTipText(add.isEnabled() ? Messages.ConceptSets_addTip : Messages.ConceptSets_block);
        remove.setEnabled(count > 0);
        sets.setEnabled(count > 0);
    }

    private static String name(final ConfigurationText source, final String item, final int index) {
        final String set = FormPlaces.CONCEPTS + item;
        return source.get(set + ".name").or(() -> source.get(set + MASKS)).orElseGet(() -> NLS.bind(Messages.ConceptSets_unnamed, index + 1));
    }

    @Override
    public void enable(final boolean enabled) {
        sets.setEnabled(enabled && sets.getItemCount() > 0);
        add.setEnabled(enabled && add.isEnabled());
        remove.setEnabled(enabled && remove.isEnabled());
    }
}
