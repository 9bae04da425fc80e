package org.filterscope.ui.scores;

import java.text.NumberFormat;
import java.util.Locale;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.Score;
import org.filterscope.ui.display.Decimals;

/** How the numbers of an analysis are written. */
enum ScoreFormat {
    /** As many decimals for all as the largest needs. */
    PLAIN {
        @Override
        String text(final Score score, final double number, final LayerFormats formats) {
            return formats.of(score, other -> other.numbers().scores().number(score).orElse(Double.NaN)).text(number);
        }
    },
    /** Shares that the field writes as decimals. */
    DECIMALS {
        @Override
        String text(final Score score, final double number, final LayerFormats formats) {
            return Decimals.text(number);
        }
    },
    /** Shares of something that can be counted. */
    PERCENT {
        @Override
        String text(final Score score, final double number, final LayerFormats formats) {
            final NumberFormat percent = NumberFormat.getPercentInstance();
            percent.setMinimumFractionDigits(1);
            percent.setMaximumFractionDigits(1);
            return percent.format(number);
        }
    },
    /** Probabilities, of which the small ones matter. */
    PROBABILITY {
        @Override
        String text(final Score score, final double number, final LayerFormats formats) {
            return Decimals.probability(number);
        }
    },
    /** Differences of percentages, in points. */
    POINTS {
        @Override
        String text(final Score score, final double number, final LayerFormats formats) {
            return NLS.bind(Messages.ScoreFormat_points, signed(number * 100));
        }
    },
    /** Lengths on the input. */
    PIXELS {
        @Override
        String text(final Score score, final double number, final LayerFormats formats) {
            return NLS.bind(Messages.ScoreFormat_pixels, fixed(1).format(number));
        }
    },
    /** Numbers of things. */
    WHOLE {
        @Override
        String text(final Score score, final double number, final LayerFormats formats) {
            return Long.toString(Math.round(number));
        }
    };

    /** @return the format of a score that is a number */
    static ScoreFormat of(final Score score) {
        return switch (score) {
            case DEAD_SHARE, EXPLAINED, CORNER, HARM -> PERCENT;
            case LABEL_P -> PROBABILITY;
            case ABLATION -> POINTS;
            case RF_MEASURED -> PIXELS;
            case CONTRIBUTION -> PLAIN;
            case TWIN, PATTERNS -> WHOLE;
            default -> DECIMALS;
        };
    }

    abstract String text(Score score, double number, LayerFormats formats);

    private static NumberFormat fixed(final int decimals) {
        final NumberFormat format = NumberFormat.getNumberInstance();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format;
    }

    private static String signed(final double number) {
        return String.format(Locale.getDefault(), "%+.1f", number);
    }
}
