package org.filterscope.core.report;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.filterscope.core.report.Score.Kind;

/** The numbers that {@code filters/LAYER.csv} tells of a filter, by the names of their columns. A flag counts 1 when it is set and else 0. */
public final class FilterNumbers {
    private static final List<String> NAMES = Stream.concat(Stream.of("mean", "std", "max", "fires", "dead"),
            Arrays.stream(Score.values()).filter(FilterNumbers::isQuantity).map(Score::key)).toList();

    private FilterNumbers() {
    }

    /** The twin is the number of a filter: a name, not a quantity. */
    private static boolean isQuantity(final Score score) {
        return score.kind() != Kind.TEXT && score != Score.TWIN;
    }

    public static List<String> names() {
        return NAMES;
    }

    /**
     * @param name one of {@link #names()}
     * @return empty when it is not known of the filter
     */
    public static OptionalDouble of(final FilterRow filter, final String name) {
        return switch (name) {
            case "mean" -> OptionalDouble.of(filter.mean());
            case "std" -> OptionalDouble.of(filter.std());
            case "max" -> OptionalDouble.of(filter.max());
            case "fires" -> OptionalDouble.of(filter.fires());
            case "dead" -> OptionalDouble.of(filter.dead() ? 1 : 0);
            default -> score(filter, Arrays.stream(Score.values()).filter(score -> score.key().equals(name)).findFirst().orElseThrow());
        };
    }

    private static OptionalDouble score(final FilterRow filter, final Score score) {
        if (score.kind() != Kind.FLAG) {
            return filter.scores().number(score);
        }
        return filter.scores().text(score).isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(filter.scores().flag(score) ? 1 : 0);
    }
}
