package org.filterscope.ui.launch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.filterscope.core.configuration.Analysis;

/** Where to look, and what to find out. */
final class AnalysesTab extends ConfigurationTab {
    private static final String ANALYSES = "analyses";
    private static final String LAYERS = "layers";

    private final Map<Analysis, Button> analyses = new EnumMap<>(Analysis.class);

    AnalysesTab(final ConfigurationDraft draft) {
        super(draft, Messages.AnalysesTab_name, "icons/detectors.svg", List.of(LAYERS, ANALYSES, "filters", "sample"));
    }

    @Override
    void fill(final Composite page) {
        final Group layers = ConfigurationFields.group(page, Messages.AnalysesTab_layers);
        fields().text(layers, Messages.AnalysesTab_layerNames, LAYERS, Messages.AnalysesTab_layersStandard, true);
        final Button choose = new Button(layers, SWT.PUSH);
        choose.setText(Messages.AnalysesTab_choose);
        GridDataFactory.swtDefaults().span(3, 1).align(SWT.END, SWT.CENTER).applyTo(choose);
        choose.addListener(SWT.Selection, event -> model().ifPresent(this::chooseLayers));
        fields().onRefresh(() -> choose.setEnabled(model().isPresent()));
        final Group group = ConfigurationFields.group(page, Messages.AnalysesTab_analyses);
        final Button all = new Button(group, SWT.CHECK);
        all.setText(Messages.AnalysesTab_all);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(all);
        for (final Analysis analysis : Analysis.values()) {
            final Button button = new Button(group, SWT.CHECK);
            button.setText(text(analysis));
            GridDataFactory.fillDefaults().span(3, 1).indent(18, 0).applyTo(button);
            button.addListener(SWT.Selection, event -> fields().edit(this::choose));
            analyses.put(analysis, button);
        }
        all.addListener(SWT.Selection, event -> fields().edit(() -> {
            if (all.getSelection()) {
                draft().set(ANALYSES, "");
            } else {
                draft().set(ANALYSES, cheap());
            }
            fields().refresh();
        }));
        fields().onRefresh(() -> {
            final List<String> named = draft().get(ANALYSES);
            all.setSelection(named.isEmpty());
            all.setEnabled(draft().text().isPresent());
            analyses.forEach((analysis, button) -> {
                button.setSelection(named.contains(analysis.key()) || analysis == Analysis.FILTERS
                        || named.isEmpty() && cheap().contains(analysis.key()));
                button.setEnabled(!named.isEmpty() && analysis != Analysis.FILTERS);
            });
        });
        final Group extent = ConfigurationFields.group(page, Messages.AnalysesTab_extent);
        fields().number(extent, Messages.AnalysesTab_top, "filters.top", "9");
        fields().number(extent, Messages.AnalysesTab_sample, "sample", "240");
    }

    /** That can be inspected. */
    private Optional<Path> model() {
        try {
            return draft().folder().flatMap(folder -> draft().get("model").stream().findFirst().map(folder::resolve)).filter(Files::isRegularFile);
        } catch (final InvalidPathException e) {
            // Told by the tab that has the model.
            return Optional.empty();
        }
    }

    /** Reading the model takes a moment, in which a person may turn to another launch configuration. */
    private void chooseLayers(final Path model) {
        final Optional<IFile> file = draft().file();
        new LayerChooser(getShell(), model).choose(draft().get(LAYERS), chosen -> {
            if (draft().file().equals(file)) {
                fields().edit(() -> {
                    draft().set(LAYERS, chosen);
                    fields().refresh();
                });
            }
        });
    }

    private void choose() {
        final List<String> chosen = new ArrayList<>();
        analyses.forEach((analysis, button) -> {
            if (button.getSelection()) {
                chosen.add(analysis.key());
            }
        });
        draft().set(ANALYSES, chosen);
    }

    /** Those that are done without being named. */
    private static List<String> cheap() {
        return Arrays.stream(Analysis.values())
                .filter(analysis -> analysis != Analysis.ABLATION && analysis != Analysis.FIELDS && analysis != Analysis.GRAPH)
                .map(Analysis::key).toList();
    }

    private static String text(final Analysis analysis) {
        return switch (analysis) {
            case FILTERS -> Messages.AnalysesTab_filters;
            case DISSECTION -> Messages.AnalysesTab_dissection;
            case INSTABILITY -> Messages.AnalysesTab_instability;
            case CLASSES -> Messages.AnalysesTab_classes;
            case ABLATION -> Messages.AnalysesTab_ablation;
            case FIELDS -> Messages.AnalysesTab_fields;
            case SIMILARITY -> Messages.AnalysesTab_similarity;
            case GRAPH -> Messages.AnalysesTab_graph;
            case FLAWS -> Messages.AnalysesTab_flaws;
        };
    }
}
