package org.filterscope.ui.configuration;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.ColumnLayout;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.Section;
import org.filterscope.core.configuration.ConfigurationText;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.ui.display.UiThread;

/** The fields of the form, section by section. Belongs to the UI thread. */
final class ConfigurationForm {
    private final IManagedForm form;
    private final SourceModel source;
    private final PathChoice paths;
    private final LayerChoice layers;
    private final Runnable diagnose;
    private final FormPlaces places = new FormPlaces();
    private final List<FormField> fields = new ArrayList<>();
    private final Runnable made;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean read;

    ConfigurationForm(final IManagedForm form, final SourceModel source, final Supplier<Optional<Path>> file, final ModelFacts facts,
            final FileOpener opener, final Runnable diagnose, final Runnable made) {
        this.made = made;
        this.form = form;
        this.source = source;
        this.diagnose = diagnose;
        layers = new LayerChoice(file, facts);
        paths = new PathChoice(file, opener, field -> text().flatMap(text -> text.get(places.of(text, field))));
    }

    /** Every field there is so far. */
    List<FormField> fields() {
        return fields;
    }

    FormPlaces places() {
        return places;
    }

    /**
     * Makes the fields, a slice each event, because the toolkit takes its time for so many; what is in sight comes first. Before that the source
     * is read once in the background: the first time in a session loads the parser, which takes longer than the thread may stand still.
     */
    void create() {
        final Composite body = form.getForm().getBody();
        final ColumnLayout layout = new ColumnLayout();
        layout.maxNumColumns = 2;
        layout.horizontalSpacing = 14;
        body.setLayout(layout);
        later(Messages.ConfigurationForm_model, Messages.ConfigurationForm_modelTip, true, this::model);
        later(Messages.ConfigurationForm_pictures, Messages.ConfigurationForm_picturesTip, true, this::pictures);
        later(Messages.ConfigurationForm_concepts, Messages.ConfigurationForm_conceptsTip, true, this::concepts);
        later(Messages.ConfigurationForm_layers, Messages.ConfigurationForm_layersTip, true, this::layers);
        later(Messages.ConfigurationForm_settings, Messages.ConfigurationForm_settingsTip, false, this::settings);
        later(Messages.ConfigurationForm_gates, Messages.ConfigurationForm_gatesTip, true, this::gates);
        later(Messages.ConfigurationForm_output, Messages.ConfigurationForm_outputTip, true, this::output);
        final UiThread thread = new UiThread(body.getDisplay());
        source.readAside(() -> thread.later(() -> {
            read = true;
            goOn(body);
        }));
    }

    private void later(final String title, final String description, final boolean open, final Consumer<FieldBuilder> content) {
        waiting.add(() -> section(title, description, open, content));
        waiting.add(() -> form.reflow(true));
        waiting.add(made);
    }

    private void goOn(final Composite body) {
        if (!body.isDisposed() && !waiting.isEmpty()) {
            waiting.remove().run();
            body.getDisplay().asyncExec(() -> goOn(body));
        }
    }

    private void section(final String title, final String description, final boolean open, final Consumer<FieldBuilder> content) {
        final FormToolkit toolkit = form.getToolkit();
        final Composite body = form.getForm().getBody();
        final Section section = toolkit.createSection(body, Section.TITLE_BAR | Section.DESCRIPTION | Section.TWISTIE | (open ? Section.EXPANDED : SWT.NONE));
        section.setText(title);
        section.setDescription(description);
        final Composite client = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(2, 4).spacing(8, 5).applyTo(client);
        toolkit.paintBordersFor(client);
        section.setClient(client);
        final FieldBuilder builder = new FieldBuilder(toolkit, client, source::edit, paths, places);
        content.accept(builder);
        fields.addAll(builder.fields());
    }

    private void model(final FieldBuilder fields) {
        fields.add("model", Messages.ConfigurationForm_modelFile, Messages.ConfigurationForm_needed);
        fields.add("labels", Messages.ConfigurationForm_labels, Messages.ConfigurationForm_optional);
        fields.heading(Messages.ConfigurationForm_input);
        fields.add("input.size", Messages.ConfigurationForm_size, Messages.ConfigurationForm_sizeHint);
        fields.add("input.scale", Messages.ConfigurationForm_scale, "1");
        fields.add("input.mean", Messages.ConfigurationForm_mean, "0");
        fields.add("input.std", Messages.ConfigurationForm_std, "1");
        fields.add("input.order", Messages.ConfigurationForm_order, byDefault("rgb"));
        fields.add("input.resize", Messages.ConfigurationForm_resize, byDefault("stretch"));
        fields.add("input.resampling", Messages.ConfigurationForm_resampling, byDefault("pil"));
    }

    private void pictures(final FieldBuilder fields) {
        fields.add("images.folder", Messages.ConfigurationForm_folder, Messages.ConfigurationForm_needed);
        fields.add("images.classes", Messages.ConfigurationForm_classes, byDefault("folders"));
        fields.add("images.limit", Messages.ConfigurationForm_limit, Messages.ConfigurationForm_all);
        fields.add("images.seed", Messages.ConfigurationForm_seed, "1");
        fields.add("sample", Messages.ConfigurationForm_sample, "240");
    }

    private void concepts(final FieldBuilder fields) {
        fields.add(new ConceptSets(fields.parent(), form.getToolkit(), places, source::edit, this::refresh));
        fields.add("concepts.name", Messages.ConfigurationForm_conceptName, Messages.ConfigurationForm_conceptNameHint);
        fields.add("concepts.masks", Messages.ConfigurationForm_masks, Messages.ConfigurationForm_needed);
        fields.add("concepts.names", Messages.ConfigurationForm_names, Messages.ConfigurationForm_needed);
        fields.add("concepts.images", Messages.ConfigurationForm_conceptImages, Messages.ConfigurationForm_ofTheRun);
        fields.add("concepts.category", Messages.ConfigurationForm_category, Messages.ConfigurationForm_optional);
        fields.heading(Messages.ConfigurationForm_landmarks);
        fields.add("landmarks.file", Messages.ConfigurationForm_landmarkFile, Messages.ConfigurationForm_optional);
        fields.add("landmarks.images", Messages.ConfigurationForm_landmarkImages, Messages.ConfigurationForm_ofTheRun);
    }

    private void layers(final FieldBuilder fields) {
        fields.add("layers", Messages.ConfigurationForm_layerNames, Messages.ConfigurationForm_auto, (parent, field) -> {
            final Button choose = form.getToolkit().createButton(parent, Messages.ConfigurationForm_chooseLayers, SWT.PUSH);
            GridDataFactory.swtDefaults().align(SWT.FILL, SWT.CENTER).applyTo(choose);
            choose.addListener(SWT.Selection, event -> text().ifPresent(text -> layers.choose(text, choose, field)));
        });
        fields.add(new AnalysesField(fields.parent(), form.getToolkit(), new KeyDocumentation(), source::edit));
    }

    private void settings(final FieldBuilder fields) {
        fields.add("filters.top", Messages.ConfigurationForm_top, "9");
        fields.heading(Messages.ConfigurationForm_dissection);
        fields.add("dissection.mode", Messages.ConfigurationForm_mode, byDefault("cvpr2017"));
        fields.add("dissection.upsampling", Messages.ConfigurationForm_upsampling, byDefault("anchored"));
        fields.add("dissection.quantile", Messages.ConfigurationForm_quantile, "0.005");
        fields.add("dissection.detector", Messages.ConfigurationForm_detector, "0.04");
        fields.add("dissection.permutations", Messages.ConfigurationForm_permutations, "1000");
        fields.heading(Messages.ConfigurationForm_fields);
        fields.add("fields.method", Messages.ConfigurationForm_method, byDefault("gradient"));
        fields.add("fields.top", Messages.ConfigurationForm_fieldsTop, "5");
        fields.add("fields.occluder", Messages.ConfigurationForm_occluder, "0");
        fields.add("fields.stride", Messages.ConfigurationForm_stride, "0");
        fields.heading(Messages.ConfigurationForm_graph);
        fields.add("graph.constants", Messages.ConfigurationForm_constants, byDefault("wide"));
        fields.add("graph.classes", Messages.ConfigurationForm_graphClasses, Messages.ConfigurationForm_all);
        fields.add("graph.pictures", Messages.ConfigurationForm_graphPictures, "300");
        fields.add("graph.patterns", Messages.ConfigurationForm_patterns, "0");
        fields.add("graph.iterations", Messages.ConfigurationForm_iterations, "20");
        fields.add("graph.mirrored", Messages.ConfigurationForm_mirrored, byDefault("true"));
    }

    private void gates(final FieldBuilder fields) {
        fields.heading(Messages.ConfigurationForm_flaws);
        fields.add("gates.flaws.severity", Messages.ConfigurationForm_severity, byDefault("low"));
        fields.add("gates.flaws.max", Messages.ConfigurationForm_most, Messages.ConfigurationForm_mostHint);
        fields.heading(Messages.ConfigurationForm_accuracy);
        fields.add("gates.accuracy.min", Messages.ConfigurationForm_least, Messages.ConfigurationForm_noGate);
        fields.add("gates.accuracy.min-class", Messages.ConfigurationForm_leastClass, Messages.ConfigurationForm_noGate);
        fields.heading(Messages.ConfigurationForm_regressions);
        fields.add("gates.regressions.baseline", Messages.ConfigurationForm_baseline, Messages.ConfigurationForm_noGate);
        fields.add("gates.regressions.accuracy", Messages.ConfigurationForm_fall, Messages.ConfigurationForm_noGate);
    }

    private void output(final FieldBuilder fields) {
        fields.add("output", Messages.ConfigurationForm_directory, "report");
        final Hyperlink run = form.getToolkit().createHyperlink(fields.parent(), Messages.FormEditorPage_run, SWT.NONE);
        GridDataFactory.swtDefaults().span(3, 1).applyTo(run);
        run.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(final HyperlinkEvent event) {
                diagnose.run();
            }
        });
    }

    private static String byDefault(final String word) {
        return NLS.bind(Messages.ConfigurationForm_byDefault, word);
    }

    /** Empty while the source is not YAML, or was not read yet. */
    Optional<ConfigurationText> text() {
        try {
            return read ? Optional.of(source.text()) : Optional.empty();
        } catch (final InvalidConfigurationException e) {
            return Optional.empty();
        }
    }

    /** The configuration lies elsewhere now. */
    void follow() {
        paths.follow();
    }

    /** Shows what the source says now. */
    void refresh() {
        final Optional<ConfigurationText> text = text();
        fields.forEach(field -> field.enable(text.isPresent()));
        text.ifPresent(now -> fields.forEach(field -> field.show(now)));
    }
}
