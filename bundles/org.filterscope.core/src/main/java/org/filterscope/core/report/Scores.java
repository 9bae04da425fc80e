package org.filterscope.core.report;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What the analyses say of one filter; a score that nobody computed, or that is not defined for the filter, is absent. Immutable. */
public final class Scores {
    /** Nothing is known. */
    public static final Scores NONE = new Scores(new EnumMap<>(Score.class));

    private final Map<Score, String> texts;

    private Scores(final Map<Score, String> texts) {
        this.texts = texts;
    }

    /** These and one more; a number that is none adds nothing. */
    public Scores with(final Score score, final double value) {
        return Double.isNaN(value) ? this : with(score, Double.toString(value));
    }

    /** These and one more. */
    public Scores with(final Score score, final long value) {
        return with(score, Long.toString(value));
    }

    /** These and one more. */
    public Scores with(final Score score, final boolean value) {
        return with(score, Boolean.toString(value));
    }

    /** These and one more; an empty text adds nothing. */
    public Scores with(final Score score, final String text) {
        if (text.isEmpty()) {
            return this;
        }
        final Map<Score, String> more = new EnumMap<>(texts);
        more.put(score, text);
        return new Scores(more);
    }

    /** These and the other ones, which win where both know a score. */
    public Scores with(final Scores other) {
        final Map<Score, String> more = new EnumMap<>(texts);
        more.putAll(other.texts);
        return new Scores(more);
    }

    /** The scores that are known. */
    public Set<Score> known() {
        return Collections.unmodifiableSet(texts.keySet());
    }

    /** As in the table; empty when not known. */
    public Optional<String> text(final Score score) {
        return Optional.ofNullable(texts.get(score));
    }

    /** @throws NumberFormatException when the score is words */
    public OptionalDouble number(final Score score) {
        final String text = texts.get(score);
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    /** Whether a flag is known and set. */
    public boolean flag(final Score score) {
        return Boolean.parseBoolean(texts.get(score));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof final Scores scores && texts.equals(scores.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
