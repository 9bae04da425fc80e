package org.filterscope.ui.filter;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.FieldSizeRow;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;

/** A filter in sentences that a colleague could say. */
final class FilterSentence {
    /** Of probabilities that are corrected for all filters and landmarks of the layer. */
    private static final double SIGNIFICANT = 0.05;

    private FilterSentence() {
    }

    static String of(final FilterDetails details) {
        final Scores scores = details.numbers().scores();
        if (details.numbers().dead()) {
            return Messages.FilterSentence_dead;
        }
        final List<String> sentences = new ArrayList<>();
        label(scores).ifPresent(sentences::add);
        final String part = follows(details) ? Messages.FilterSentence_part : Messages.FilterSentence_partByChance;
        sentence(scores, part, Score.PART, Score.VECTOR_R2).ifPresent(sentences::add);
        sentence(scores, Messages.FilterSentence_class, Score.CLASS, Score.CLASS_AUC).ifPresent(sentences::add);
        final NumberFormat percent = NumberFormat.getPercentInstance();
        sentences.add(NLS.bind(Messages.FilterSentence_fires, percent.format(details.numbers().fires())));
        return String.join(" ", sentences);
    }

    private static Optional<String> label(final Scores scores) {
        if (scores.text(Score.DETECTOR).isPresent() && !scores.flag(Score.DETECTOR)) {
            return sentence(scores, Messages.FilterSentence_noDetector, Score.LABEL, Score.IOU);
        }
        return sentence(scores, Messages.FilterSentence_label, Score.LABEL, Score.IOU);
    }

    /** Only what chance would hardly bring about is said to follow. */
    private static boolean follows(final FilterDetails details) {
        final Optional<String> part = details.numbers().scores().text(Score.PART);
        return details.landmarks().stream().anyMatch(row -> part.equals(Optional.of(row.landmark())) && row.pValue() <= SIGNIFICANT);
    }

    private static Optional<String> sentence(final Scores scores, final String words, final Score name, final Score number) {
        final NumberFormat format = NumberFormat.getNumberInstance();
        format.setMaximumFractionDigits(2);
        format.setMinimumFractionDigits(2);
        return scores.text(name).filter(text -> scores.number(number).isPresent())
                .map(text -> NLS.bind(words, text, format.format(scores.number(number).orElseThrow())));
    }

    private static String words(final String method) {
        return switch (method) {
            case "occlusion" -> Messages.FilterSentence_occlusion;
            case "gradient" -> Messages.FilterSentence_gradient;
            default -> method;
        };
    }

    /** How large the receptive field is, as measured and as it could be. */
    static String ofFields(final FilterDetails details) {
        final NumberFormat format = NumberFormat.getNumberInstance();
        format.setMaximumFractionDigits(1);
        final List<String> sentences = new ArrayList<>();
        for (final MeasuredField field : details.fields()) {
            final FieldSizeRow size = field.size();
            sentences.add(NLS.bind(Messages.FilterSentence_field,
                    new Object[] {format.format(size.size()), size.rows(), size.cols(), words(size.method()), size.pictures()}));
        }
        sentences.add(NLS.bind(Messages.FilterSentence_theory, FieldRow.text(details.layer().vertical().size()),
                FieldRow.text(details.layer().horizontal().size())));
        return String.join("\n", sentences);
    }
}
