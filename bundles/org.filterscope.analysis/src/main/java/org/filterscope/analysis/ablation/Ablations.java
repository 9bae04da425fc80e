package org.filterscope.analysis.ablation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;

/**
 * What becomes of the predictions when a filter is silenced. All but the accuracies are changes, {@code [channel, class]}, negative for a loss; not
 * a number for classes without pictures or without an output.
 *
 * @param classes      names
 * @param accuracy     by class, with nothing ablated
 * @param zero         change of the class's accuracy when the filter is set to zero
 * @param mean         change of the class's accuracy when the filter is set to its mean
 * @param balancedZero change of the class's balanced accuracy when the filter is set to zero
 * @param balancedMean change of the class's balanced accuracy when the filter is set to its mean
 * @param pictures     how many were looked at
 */
public record Ablations(List<String> classes, double[] accuracy, double[][] zero, double[][] mean, double[][] balancedZero,
        double[][] balancedMean, int pictures) {

    public Ablations {
        classes = List.copyOf(classes);
    }

    /** By channel; where no class loses, the change is zero and no class is named. */
    public List<Scores> scores() {
        final List<Scores> scores = new ArrayList<>();
        for (final double[] row : zero) {
            int worst = -1;
            for (int c = 0; c < row.length; c++) {
                worst = row[c] < (worst < 0 ? 0 : row[worst]) ? c : worst;
            }
            scores.add(worst < 0 ? Scores.NONE.with(Score.ABLATION, 0.0)
                    : Scores.NONE.with(Score.ABLATION_CLASS, classes.get(worst)).with(Score.ABLATION, row[worst]));
        }
        return scores;
    }

    /** The same rows with what concerns ablation. */
    public List<ClassRow> into(final List<ClassRow> rows) {
        final Map<String, Integer> indices = PictureClasses.indices(classes);
        return rows.stream().map(row -> {
            final int channel = row.channel();
            final int c = indices.get(row.className());
            return row.withAblation(zero[channel][c], mean[channel][c], balancedZero[channel][c], balancedMean[channel][c]);
        }).toList();
    }
}
