package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.analysis.ablation.AblationAnalysis;
import org.filterscope.analysis.ablation.Ablations;
import org.filterscope.analysis.classes.ClassHead;
import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.relation.ContributionAnalysis;
import org.filterscope.analysis.relation.Contributions;
import org.filterscope.analysis.relation.PeakRelation;
import org.filterscope.core.progress.Progress;

/** Compares filters with classes: their peaks, what they add to logits, and what becomes of predictions without them. */
final class ClassStages {
    private final RunContext context;
    private final PictureClasses classes;
    private final int sample;
    private final Map<String, String> facts;

    /** @param facts gets how the numbers of each layer came about */
    ClassStages(final RunContext context, final Map<String, String> facts) {
        this.context = context;
        this.facts = facts;
        classes = context.own().pictureClasses();
        sample = context.configuration().sample();
    }

    /** @return why something was not computed, a line for each reason */
    Set<String> relate(final List<LayerResult> results) throws IOException {
        final Set<String> obstacles = new LinkedHashSet<>();
        final List<ContributionAnalysis> contributions = new ArrayList<>();
        long steps = 0;
        for (final LayerResult result : results) {
            final ContributionAnalysis contribution = new ContributionAnalysis(context.session(), head(result), result.maps(), sample,
                    context.seed());
            contributions.add(contribution);
            steps += result.filters().size() + (contribution.obstacle().isEmpty() ? contribution.steps() : 0);
        }
        final Progress progress = context.schedule().begin(Stage.CLASSES, steps);
        for (int i = 0; i < results.size(); i++) {
            final LayerResult result = results.get(i);
            final PeakRelation relation = PeakRelation.of(result.peaks(), classes, progress);
            result.add(relation.scores());
            result.classes(relation.into(result.classes()));
            context.writer().pairs(result.layer(), relation.pairs());
            contributions.get(i).obstacle().map(reason -> "no contributions to classes: " + reason).ifPresent(obstacles::add);
            if (contributions.get(i).obstacle().isEmpty()) {
                final Contributions found = contributions.get(i).run(context.inputs(), progress);
                facts.put("contributions." + result.layer(), "%s, %d pictures".formatted(found.exact() ? "exact" : "gradient times activation",
                        found.pictures()));
                result.add(found.scores());
                result.classes(found.into(result.classes()));
            }
        }
        return obstacles;
    }

    /** @return why something was not computed, a line for each reason */
    Set<String> ablate(final List<LayerResult> results) throws IOException {
        final Set<String> obstacles = new LinkedHashSet<>();
        final List<AblationAnalysis> ablations = new ArrayList<>();
        long steps = 0;
        for (final LayerResult result : results) {
            final AblationAnalysis ablation = new AblationAnalysis(context.session(), head(result), result.maps(), sample, context.seed());
            ablations.add(ablation);
            ablation.obstacle().map(reason -> "no filter was silenced: " + reason).ifPresent(obstacles::add);
            steps += ablation.obstacle().isEmpty() ? ablation.steps() : 0;
        }
        final Progress progress = context.schedule().begin(Stage.ABLATION, steps);
        for (int i = 0; i < results.size(); i++) {
            if (ablations.get(i).obstacle().isEmpty()) {
                final Ablations found = ablations.get(i).run(context.inputs(), progress);
                facts.put("ablation." + results.get(i).layer(), "%d pictures".formatted(found.pictures()));
                results.get(i).add(found.scores());
                results.get(i).classes(found.into(results.get(i).classes()));
            }
        }
        return obstacles;
    }

    private ClassHead head(final LayerResult result) {
        return new ClassHead(context.graph(), result.layer(), context.labels(), classes);
    }
}
