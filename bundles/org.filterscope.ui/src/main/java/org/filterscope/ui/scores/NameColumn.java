package org.filterscope.ui.scores;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.eclipse.swt.SWT;
import org.filterscope.core.names.Agreement;
import org.filterscope.core.report.Score;

/** The columns of what people say of filters. */
enum NameColumn implements ScoreColumn {
    NAME("name", Messages.NameColumn_name, Messages.NameColumn_nameTip, 130) {
        @Override
        public String text(final FilterScore score, final LayerFormats formats) {
            return score.name();
        }

        @Override
        public Comparator<FilterScore> ascending() {
            return Comparator.comparing(score -> score.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean isMissing(final FilterScore score) {
            return score.name().isEmpty();
        }

        @Override
        public List<String> values(final FilterScore score) {
            return List.of(score.name());
        }
    },
    AGREEMENT("agreement", Messages.NameColumn_agreement, Messages.NameColumn_agreementTip, 110) {
        @Override
        public String text(final FilterScore score, final LayerFormats formats) {
            return switch (score.agreement()) {
                case AGREES -> Messages.NameColumn_agrees;
                case DIFFERS -> Messages.NameColumn_differs;
                case UNCLEAR -> Messages.NameColumn_unclear;
                case OPEN -> "";
            };
        }

        @Override
        public Comparator<FilterScore> ascending() {
            return Comparator.comparing(FilterScore::agreement);
        }

        @Override
        public boolean isMissing(final FilterScore score) {
            return score.agreement() == Agreement.OPEN;
        }

        @Override
        public List<String> values(final FilterScore score) {
            return List.of(isMissing(score) ? "" : score.agreement().name().toLowerCase(Locale.ROOT));
        }
    };

    private final String key;
    private final String label;
    private final String explanation;
    private final int width;

    NameColumn(final String key, final String label, final String explanation, final int width) {
        this.key = key;
        this.label = label;
        this.explanation = explanation;
        this.width = width;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public int alignment() {
        return SWT.LEFT;
    }

    @Override
    public int defaultWidth() {
        return width;
    }

    @Override
    public boolean isShownAtFirst() {
        return true;
    }

    /** Names are kept by fingerprint. */
    @Override
    public boolean isKnown(final LayerScores scores) {
        return scores.known().contains(Score.FINGERPRINT);
    }

    @Override
    public boolean ascendsFirst() {
        return true;
    }

    @Override
    public boolean putsDeadLast() {
        return false;
    }
}
