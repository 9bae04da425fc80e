package org.filterscope.analysis.run;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.InvalidConfigurationException;

/** Which analyses a configuration means: those that it names, else all that its data allow and that cost no more than a pass or two. */
final class AnalysisPlan {
    private static final Set<Analysis> COSTLY = EnumSet.of(Analysis.ABLATION, Analysis.FIELDS, Analysis.GRAPH);

    private static final String FOLDERS = "pictures of two classes or more, each in a folder of its own";

    private AnalysisPlan() {
    }

    /**
     * @param classes of the pictures
     * @throws InvalidConfigurationException when an analysis is named whose data are not there
     */
    static Set<Analysis> of(final DiagnosisConfiguration configuration, final List<String> classes) throws InvalidConfigurationException {
        final boolean named = configuration.lines().containsKey("analyses");
        final Set<Analysis> plan = EnumSet.of(Analysis.FILTERS);
        for (final Analysis analysis : configuration.analyses()) {
            final String missing = missing(analysis, configuration, classes);
            if (named && !missing.isEmpty()) {
                throw configuration.error("analyses", "the analysis '%s' needs %s".formatted(analysis.key(), missing));
            }
            if (missing.isEmpty() && (named || !COSTLY.contains(analysis))) {
                plan.add(analysis);
            }
        }
        return plan;
    }

    /** What an analysis needs and does not have; one class alone is nothing to compare with. */
    private static String missing(final Analysis analysis, final DiagnosisConfiguration configuration, final List<String> classes) {
        return switch (analysis) {
            case FILTERS, FIELDS, SIMILARITY, GRAPH, FLAWS -> "";
            case DISSECTION -> classes.size() > 1 || !configuration.concepts().isEmpty() ? "" : "'concepts' with masks, or " + FOLDERS;
            case INSTABILITY -> configuration.landmarks().isPresent() ? "" : "'landmarks'";
            case CLASSES, ABLATION -> classes.size() > 1 ? "" : FOLDERS;
        };
    }

    /** The stages of a run with these analyses. */
    static Set<Stage> stages(final Set<Analysis> plan, final DiagnosisConfiguration configuration) {
        final Set<Stage> stages = EnumSet.of(Stage.MODEL, Stage.CHECK, Stage.ENGINE, Stage.PICTURES, Stage.THUMBNAILS);
        plan.forEach(analysis -> stages.add(Stage.valueOf(analysis.name())));
        if (plan.contains(Analysis.GRAPH) && configuration.graph().mirrored()) {
            stages.add(Stage.MIRRORED);
        }
        return stages;
    }
}
