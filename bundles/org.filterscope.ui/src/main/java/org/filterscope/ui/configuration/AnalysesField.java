package org.filterscope.ui.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.configuration.ConfigurationText;

/** The analyses to do: all that the data are there for, or those that are checked. */
final class AnalysesField implements FormField {
    private static final String PATH = "analyses";
    private static final int COLUMNS = 3;

    private final Composite control;
    private final Button chosen;
    private final List<Button> analyses = new ArrayList<>();
    private final Consumer<UnaryOperator<ConfigurationText>> edit;

    AnalysesField(final Composite parent, final FormToolkit toolkit, final KeyDocumentation documentation,
            final Consumer<UnaryOperator<ConfigurationText>> edit) {
        this.edit = edit;
        control = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(12, 3).applyTo(control);
        chosen = toolkit.createButton(control, Messages.AnalysesField_chosen, SWT.CHECK);
        chosen.setToolTipText(documentation.of(List.of(PATH)).orElse(""));
        GridDataFactory.fillDefaults().span(COLUMNS, 1).applyTo(chosen);
        chosen.addListener(SWT.Selection, event -> {
            analyses.forEach(button -> button.setEnabled(chosen.getSelection()));
            change();
        });
        for (final Analysis analysis : Analysis.values()) {
            final Button button = toolkit.createButton(control, analysis.key(), SWT.CHECK);
            button.setToolTipText(documentation.analysis(analysis.key()));
            button.addListener(SWT.Selection, event -> change());
            GridDataFactory.fillDefaults().indent(14, 0).applyTo(button);
            analyses.add(button);
        }
    }

    private void change() {
        edit.accept(this::put);
    }

    /** The order of the source stays, and so does what it names besides. */
    private ConfigurationText put(final ConfigurationText source) {
        if (!chosen.getSelection()) {
            return source.without(PATH);
        }
        final List<String> checked = analyses.stream().filter(Button::getSelection).map(Button::getText).toList();
        final List<String> known = analyses.stream().map(Button::getText).toList();
        final List<String> before = source.texts(PATH);
        final List<String> names = Stream.concat(before.stream().filter(name -> checked.contains(name) || !known.contains(name)),
                checked.stream().filter(name -> !before.contains(name))).toList();
        return source.with(PATH, names.isEmpty() ? List.of(Analysis.FILTERS.key()) : names);
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Control control() {
        return control;
    }

    @Override
    public void show(final ConfigurationText source) {
        final List<String> names = source.texts(PATH);
        chosen.setSelection(source.has(PATH));
        analyses.forEach(button -> {
            button.setSelection(names.contains(button.getText()));
            button.setEnabled(chosen.getSelection() && chosen.getEnabled());
        });
    }

    @Override
    public void enable(final boolean enabled) {
        chosen.setEnabled(enabled);
        analyses.forEach(button -> button.setEnabled(enabled && chosen.getSelection()));
    }
}
