package org.filterscope.ui.scores;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which filters fit what a person typed. A number is a filter's number; other words are looked for in names. All words must fit. */
final class ScoreFilter implements Predicate<FilterScore> {
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
        final Pattern pattern = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        final boolean dead = Messages.ScoreText_dead.equalsIgnoreCase(word);
        return score -> dead && score.numbers().dead()
                || score.strongest().filter(strongest -> pattern.matcher(strongest.className()).find()).isPresent()
                || score.tops().stream().anyMatch(top -> pattern.matcher(top.picture()).find());
    }
}
