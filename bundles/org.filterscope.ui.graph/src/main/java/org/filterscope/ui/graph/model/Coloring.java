package org.filterscope.ui.graph.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The colors of patterns: a kind out of a few, or a place between the lowest and the highest number.
 */
public final class Coloring {
    /** More cannot be told apart. */
    public static final int MOST_KINDS = 8;
    /** In place of a kind. */
    public static final int NONE = -1;

    private final List<String> kinds;
    private final boolean numbers;
    private final float[] values;
    private final float low;
    private final float high;
    private final int[] sorted;

    private Coloring(final GraphTable table, final List<String> kinds, final boolean numbers, final float[] values, final float low,
            final float high) {
        this.kinds = kinds;
        this.numbers = numbers;
        this.values = values;
        this.low = low;
        this.high = high;
        sorted = sorted(table);
    }

    /** @param other what the rest of the kinds is called, when there are more than colors */
    public static Coloring of(final GraphTable table, final FilterWords words, final ColorBy by, final String other) {
        return switch (by) {
            case final ColorBy.Kind kind -> ofKinds(table, names(table, words, kind), other);
            case final ColorBy.OfScore score -> ofNumbers(table, table.scores(score.score()).orElseThrow());
        };
    }

    /** @param names by pattern; {@code null} for none */
    private static Coloring ofKinds(final GraphTable table, final String[] names, final String other) {
        final Map<String, Integer> counts = new HashMap<>();
        Stream.of(names).filter(name -> name != null).forEach(name -> counts.merge(name, 1, Integer::sum));
        final Comparator<String> most = Comparator.comparing(counts::get);
        final List<String> all = counts.keySet().stream().sorted(most.reversed().thenComparing(Comparator.naturalOrder())).toList();
        final boolean more = all.size() > MOST_KINDS;
        final List<String> kinds = more ? Stream.concat(all.stream().limit(MOST_KINDS - 1L), Stream.of(other)).toList() : all;
        final Map<String, Integer> numbers = new HashMap<>();
        for (int index = 0; index < all.size(); index++) {
            numbers.put(all.get(index), Math.min(index, MOST_KINDS - 1));
        }
        final float[] values = new float[names.length];
        for (int pattern = 0; pattern < names.length; pattern++) {
            values[pattern] = names[pattern] == null ? Float.NaN : numbers.get(names[pattern]);
        }
        return new Coloring(table, kinds, false, values, 0, 0);
    }

    private static Coloring ofNumbers(final GraphTable table, final float[] numbers) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (final float number : numbers) {
            if (Float.isFinite(number)) {
                low = Math.min(low, number);
                high = Math.max(high, number);
            }
        }
        return new Coloring(table, List.of(), true, numbers, Math.min(low, high), high);
    }

    private static String[] names(final GraphTable table, final FilterWords words, final ColorBy.Kind kind) {
        final String[] names = new String[table.patterns()];
        for (int layer = 0; layer < table.layers().size(); layer++) {
            for (int group = 0; group < table.groups(layer); group++) {
                final int filter = table.filter(layer, group);
                final String ofFilter = switch (kind) {
                    case PART -> null;
                    case CLASS -> words.classOf(layer, filter).orElse(null);
                    case LABEL -> words.labelOf(layer, filter).orElse(null);
                };
                Arrays.fill(names, table.first(layer, group), table.first(layer, group) + table.size(layer, group), ofFilter);
            }
        }
        if (kind == ColorBy.Kind.PART) {
            Arrays.setAll(names, pattern -> table.part(pattern) == GraphTable.NO_PART ? null : table.heading().parts().get(table.part(pattern)));
        }
        return names;
    }

    /** Whether numbers are told, not kinds. */
    public boolean isOfNumbers() {
        return numbers;
    }

    /** The most frequent first; the last may stand for all others. */
    public List<String> kinds() {
        return kinds;
    }

    /** Number of the pattern's kind, or {@link #NONE}; for numbers, always that. */
    public int kind(final int pattern) {
        return isOfNumbers() || Float.isNaN(values[pattern]) ? NONE : (int) values[pattern];
    }

    /** Where the pattern's number lies between the lowest, 0, and the highest, 1; not a number when it is none. */
    public float share(final int pattern) {
        return !isOfNumbers() || !Float.isFinite(values[pattern]) ? Float.NaN : high > low ? (values[pattern] - low) / (high - low) : 1;
    }

    /** The lowest number that any pattern has. */
    public float low() {
        return low;
    }

    public float high() {
        return high;
    }

    /** The patterns of a kind. */
    public BitSet ofKind(final int kind) {
        return matching(pattern -> kind(pattern) == kind);
    }

    /** The patterns with a number that is at least the given one. */
    public BitSet atLeast(final double number) {
        return matching(pattern -> values[pattern] >= number);
    }

    private BitSet matching(final IntPredicate test) {
        final BitSet found = new BitSet(values.length);
        IntStream.range(0, values.length).filter(test).forEach(found::set);
        return found;
    }

    /**
     * All patterns in an order of their own, those of a filter side by side where their numbers are, too: by kind, or highest number first; those
     * without a color last.
     */
    private int[] sorted(final GraphTable table) {
        final long[] keys = new long[values.length];
        for (int layer = 0; layer < table.layers().size(); layer++) {
            for (int group = 0; group < table.groups(layer); group++) {
                final int first = table.first(layer, group);
                final int end = first + table.size(layer, group);
                for (int pattern = first; pattern < end; pattern++) {
                    keys[pattern] = (long) rank(values[pattern]) << Integer.SIZE | pattern;
                }
                Arrays.sort(keys, first, end);
            }
        }
        final int[] sorted = new int[keys.length];
        Arrays.setAll(sorted, place -> (int) keys[place]);
        return sorted;
    }

    /** An integer that is in the order wanted of the number. */
    private int rank(final float value) {
        if (!Float.isFinite(value)) {
            return Integer.MAX_VALUE;
        }
        final int bits = Float.floatToIntBits(isOfNumbers() ? -value : value);
        return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
    }

    /** In place of a pattern's number, the pattern that is there when each filter's patterns are sorted by what their colors tell. */
    public int sorted(final int place) {
        return sorted[place];
    }
}
