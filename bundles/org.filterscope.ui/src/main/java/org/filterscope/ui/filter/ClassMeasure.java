package org.filterscope.ui.filter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.ClassRow;
import org.filterscope.ui.display.Bar;
import org.filterscope.ui.display.Decimals;
import org.filterscope.ui.display.FactTable.Fact;
import org.filterscope.ui.display.NumberColumn;

/** What can be told of a filter and a class. */
enum ClassMeasure {
    MEAN(Messages.ClassMeasure_mean, ClassRow::mean),
    AUC(Messages.ClassMeasure_auc, ClassRow::auc),
    CONTRIBUTION(Messages.ClassMeasure_contribution, ClassRow::contribution),
    ABLATION_ZERO(Messages.ClassMeasure_ablationZero, ClassRow::ablationZero),
    ABLATION_MEAN(Messages.ClassMeasure_ablationMean, ClassRow::ablationMean);

    private static final int MOST_CLASSES = 12;
    private static final double CHANCE = 0.5;

    private final String label;
    private final ToDoubleFunction<ClassRow> number;

    ClassMeasure(final String label, final ToDoubleFunction<ClassRow> number) {
        this.label = label;
        this.number = number;
    }

    String label() {
        return label;
    }

    /** Whether any class has a value. */
    boolean isKnown(final List<ClassRow> rows) {
        return rows.stream().mapToDouble(number).anyMatch(value -> !Double.isNaN(value));
    }

    /** The measures that some class has a value of. */
    static List<ClassMeasure> known(final List<ClassRow> rows) {
        return Stream.of(values()).filter(measure -> measure.isKnown(rows)).toList();
    }

    /** The classes with the highest values; where a loss is what matters, those with the largest. */
    List<Fact> facts(final List<ClassRow> rows) {
        final List<ClassRow> known = rows.stream().filter(row -> !Double.isNaN(number.applyAsDouble(row))).toList();
        final Comparator<ClassRow> rising = Comparator.comparingDouble(number);
        final List<ClassRow> shown = known.stream().sorted(isLoss() ? rising : rising.reversed()).limit(MOST_CLASSES).toList();
        final double low = Math.min(0, known.stream().mapToDouble(number).min().orElse(0));
        final double high = Math.max(0, known.stream().mapToDouble(number).max().orElse(0));
        final NumberColumn plain = new NumberColumn(known.stream().mapToDouble(number));
        return shown.stream().map(row -> {
            final double value = number.applyAsDouble(row);
            final Bar bar = this == AUC ? new Bar(Math.min(value, CHANCE), Math.max(value, CHANCE), CHANCE) : Bar.between(low, high, value);
            return Fact.of(List.of(row.className(), text(value, plain)), Fact.raw(row.className(), value), 1, bar);
        }).toList();
    }

    private String text(final double value, final NumberColumn plain) {
        if (isLoss()) {
            return NLS.bind(Messages.ClassMeasure_points, String.format(Locale.getDefault(), "%+.1f", value * 100));
        }
        if (this == AUC) {
            return Decimals.text(value);
        }
        return plain.text(value);
    }

    private boolean isLoss() {
        return this == ABLATION_ZERO || this == ABLATION_MEAN;
    }
}
