package org.filterscope.analysis.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;

/**
 * What each filter adds to each class's logit.
 *
 * @param classes  names
 * @param means    {@code [channel, class]}, mean over the class's pictures; not a number for classes without pictures or without an output
 * @param exact    whether the contributions of all filters and what does not depend on the layer sum up to the logit; otherwise they are
 *                 gradient × activation
 * @param pictures how many were looked at
 */
public record Contributions(List<String> classes, double[][] means, boolean exact, int pictures) {

    public Contributions {
        classes = List.copyOf(classes);
    }

    /** By channel; a filter that raises no class's logit has none. */
    public List<Scores> scores() {
        final List<Scores> scores = new ArrayList<>();
        for (final double[] row : means) {
            int best = -1;
            for (int c = 0; c < row.length; c++) {
                best = row[c] > (best < 0 ? 0 : row[best]) ? c : best;
            }
            scores.add(best < 0 ? Scores.NONE
                    : Scores.NONE.with(Score.CONTRIBUTES_TO, classes.get(best)).with(Score.CONTRIBUTION, row[best]));
        }
        return scores;
    }

    /** The same rows with {@link ClassRow#contribution()}. */
    public List<ClassRow> into(final List<ClassRow> rows) {
        final Map<String, Integer> indices = PictureClasses.indices(classes);
        return rows.stream().map(row -> row.withContribution(means[row.channel()][indices.get(row.className())])).toList();
    }
}
