package org.filterscope.analysis.run;

import java.util.EnumSet;
import java.util.Set;

import org.filterscope.core.configuration.Analysis;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.core.configuration.PictureSettings.ClassSource;

/** Which analyses a configuration means: those that it names, else all that its data allow and that cost no more than a pass or two. */
final class AnalysisPlan {
    private static final Set<Analysis> COSTLY = EnumSet.of(Analysis.ABLATION, Analysis.FIELDS);

    private AnalysisPlan() {
    }

    /** @throws InvalidConfigurationException when an analysis is named whose data are not */
    static Set<Analysis> of(final DiagnosisConfiguration configuration) throws InvalidConfigurationException {
        final boolean named = configuration.lines().containsKey("analyses");
        final Set<Analysis> plan = EnumSet.of(Analysis.FILTERS);
        for (final Analysis analysis : configuration.analyses()) {
            final String missing = missing(analysis, configuration);
            if (named && !missing.isEmpty()) {
                throw configuration.error("analyses", "the analysis '%s' needs %s".formatted(analysis.key(), missing));
            }
            if (missing.isEmpty() && (named || !COSTLY.contains(analysis))) {
                plan.add(analysis);
            }
        }
        return plan;
    }

    private static String missing(final Analysis analysis, final DiagnosisConfiguration configuration) {
        final boolean classes = configuration.images().classes() == ClassSource.FOLDERS;
        return switch (analysis) {
            case FILTERS, FIELDS, SIMILARITY -> "";
            case DISSECTION -> classes || !configuration.concepts().isEmpty() ? "" : "'concepts' with masks, or pictures in class folders";
            case INSTABILITY -> configuration.landmarks().isPresent() ? "" : "'landmarks'";
            case CLASSES, ABLATION -> classes ? "" : "pictures in class folders";
        };
    }

    /** The stages of a run with these analyses. */
    static Set<Stage> stages(final Set<Analysis> plan) {
        final Set<Stage> stages = EnumSet.of(Stage.MODEL, Stage.CHECK, Stage.ENGINE, Stage.PICTURES, Stage.THUMBNAILS);
        plan.forEach(analysis -> stages.add(Stage.valueOf(analysis.name())));
        return stages;
    }
}
