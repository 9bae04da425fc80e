package org.filterscope.analysis.run;

import java.util.EnumSet;
import java.util.Set;

import org.filterscope.core.progress.Progress;

/** The stages of one diagnosis: what share of the whole each is depends on which there are. */
final class Schedule {
    private final Set<Stage> stages;
    private final Progress progress;

    /** @param stages that will come; each once */
    Schedule(final Set<Stage> stages, final Progress progress) {
        this.stages = EnumSet.copyOf(stages);
        this.progress = progress;
    }

    /**
     * @param steps 0 when nobody knows
     * @return what the stage reports its steps to
     */
    Progress begin(final Stage stage, final long steps) {
        return begin(stage, "", steps);
    }

    /** The same with something that a person wants to know when the stage begins. */
    Progress begin(final Stage stage, final String remark, final long steps) {
        progress.begin(remark.isEmpty() ? stage.task() : "%s (%s)".formatted(stage.task(), remark), steps, share(stage));
        return progress;
    }

    /** Of the whole run: for stages that begin stages of their own. */
    double share(final Stage stage) {
        return stage.weight() / stages.stream().mapToDouble(Stage::weight).sum();
    }

    Progress progress() {
        return progress;
    }

    boolean has(final Stage stage) {
        return stages.contains(stage);
    }
}
