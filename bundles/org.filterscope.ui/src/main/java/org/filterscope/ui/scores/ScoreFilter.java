package org.filterscope.ui.scores;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.filterscope.core.report.Score;
import org.filterscope.core.report.Score.Kind;

/**
 * Which filters fit what a person typed. A number is a filter's number, {@code iou>0.1} compares a column's number; other words are looked for
 * in names. All words must fit.
 */
final class ScoreFilter implements Predicate<FilterScore> {
    private static final Pattern COMPARISON = Pattern.compile("([a-z][a-z0-9_]*)(<=|>=|<|>|=)(-?[0-9]*\\.?[0-9]+)");
    /** Nobody looks for a part of a fingerprint. */
    private static final List<Score> WORDS = Stream.of(Score.values())
            .filter(score -> score.kind() == Kind.TEXT && score != Score.FINGERPRINT).toList();

    private final List<Predicate<FilterScore>> words;

    ScoreFilter(final String text) {
        words = Stream.of(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).map(ScoreFilter::word).toList();
    }

    @Override
    public boolean test(final FilterScore score) {
        return words.stream().allMatch(word -> word.test(score));
    }

    private static Predicate<FilterScore> word(final String word) {
        if (word.matches("[0-9]{1,9}")) {
            final int channel = Integer.parseInt(word);
            return score -> score.channel() == channel;
        }
        return comparison(word).orElseGet(() -> name(word));
    }

    private static Optional<Predicate<FilterScore>> comparison(final String word) {
        final Matcher matcher = COMPARISON.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        final double bound = Double.parseDouble(matcher.group(3));
        return ScoreColumns.of(matcher.group(1)).map(column -> score -> {
            final double number = column.number(score);
            return switch (matcher.group(2)) {
                case "<=" -> number <= bound;
                case ">=" -> number >= bound;
                case "<" -> number < bound;
                case ">" -> number > bound;
                default -> number == bound;
            };
        });
    }

    private static Predicate<FilterScore> name(final String word) {
        final Pattern pattern = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        final boolean dead = Messages.ScoreText_dead.equalsIgnoreCase(word);
        final Predicate<FilterScore> detector = new AnalysisColumn(Score.DETECTOR).label().equalsIgnoreCase(word)
                ? score -> score.numbers().scores().flag(Score.DETECTOR)
                : score -> false;
        return score -> dead && score.numbers().dead() || detector.test(score)
                || score.strongest().filter(strongest -> pattern.matcher(strongest.className()).find()).isPresent()
                || pattern.matcher(score.name()).find()
                || WORDS.stream().anyMatch(text -> score.numbers().scores().text(text).filter(found -> pattern.matcher(found).find()).isPresent())
                || score.tops().stream().anyMatch(top -> pattern.matcher(top.picture()).find());
    }
}
