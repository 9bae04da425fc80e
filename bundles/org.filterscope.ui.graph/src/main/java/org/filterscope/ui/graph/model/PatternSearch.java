package org.filterscope.ui.graph.model;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.filterscope.core.graph.PatternScore;

/**
 * What a person types to find patterns: {@code 17} is a filter, {@code 17.3} a pattern of it, {@code conv5/17} a filter of a layer, a comparison such
 * as {@code presence>=0.5} holds for the pattern's score of that name, and other words are looked for in names of layers, parts, classes and labels.
 * All words must fit. Filters and patterns are numbered from 0, as everywhere.
 */
public final class PatternSearch {
    private static final Pattern COMPARISON = Pattern.compile("([a-z][a-z0-9_]*)(<=|>=|<|>|=)(-?[0-9]*\\.?[0-9]+)");
    private static final Pattern NUMBER = Pattern.compile("(?:(.+)/)?([0-9]{1,9})(?:\\.([0-9]{1,9}))?");

    private final GraphTable table;
    private final FilterWords words;

    public PatternSearch(final GraphTable table, final FilterWords words) {
        this.table = table;
        this.words = words;
    }

    /** @return empty when nothing is looked for */
    public Optional<BitSet> find(final String text) {
        final List<IntPredicate> tests = Stream.of(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).map(this::word).toList();
        if (tests.isEmpty()) {
            return Optional.empty();
        }
        final BitSet found = new BitSet(table.patterns());
        for (int pattern = 0; pattern < table.patterns(); pattern++) {
            final int candidate = pattern;
            found.set(pattern, tests.stream().allMatch(test -> test.test(candidate)));
        }
        return Optional.of(found);
    }

    private IntPredicate word(final String word) {
        final Matcher number = NUMBER.matcher(word);
        if (number.matches()) {
            return number(Optional.ofNullable(number.group(1)), Integer.parseInt(number.group(2)),
                    Optional.ofNullable(number.group(3)).map(Integer::valueOf));
        }
        return comparison(word).orElseGet(() -> name(word.toLowerCase(Locale.ROOT)));
    }

    private IntPredicate number(final Optional<String> layerWord, final int filter, final Optional<Integer> index) {
        return pattern -> {
            final int layer = table.layerOf(pattern);
            final int group = table.groupOf(pattern);
            return table.filter(layer, group) == filter && index.map(wanted -> table.index(pattern) == wanted).orElse(true)
                    && layerWord.map(name -> has(table.layers().get(layer).name(), name.toLowerCase(Locale.ROOT))).orElse(true);
        };
    }

    private Optional<IntPredicate> comparison(final String word) {
        final Matcher matcher = COMPARISON.matcher(word);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        final float bound = Float.parseFloat(matcher.group(3));
        return PatternScore.of(matcher.group(1)).flatMap(table::scores).map(numbers -> switch (matcher.group(2)) {
            case "<=" -> pattern -> numbers[pattern] <= bound;
            case ">=" -> pattern -> numbers[pattern] >= bound;
            case "<" -> pattern -> numbers[pattern] < bound;
            case ">" -> pattern -> numbers[pattern] > bound;
            default -> pattern -> numbers[pattern] == bound;
        });
    }

    /** Names are looked at once, not for each pattern. */
    private IntPredicate name(final String word) {
        final List<String> parts = table.heading().parts();
        final boolean[] fitting = new boolean[parts.size()];
        IntStream.range(0, fitting.length).forEach(part -> fitting[part] = has(parts.get(part), word));
        final BitSet found = new BitSet(table.patterns());
        for (int layer = 0; layer < table.layers().size(); layer++) {
            final boolean all = has(table.layers().get(layer).name(), word);
            for (int group = 0; group < table.groups(layer); group++) {
                final int filter = table.filter(layer, group);
                if (all || words.classOf(layer, filter).filter(name -> has(name, word)).isPresent()
                        || words.labelOf(layer, filter).filter(name -> has(name, word)).isPresent()) {
                    found.set(table.first(layer, group), table.first(layer, group) + table.size(layer, group));
                }
            }
        }
        return pattern -> found.get(pattern) || table.part(pattern) != GraphTable.NO_PART && fitting[table.part(pattern)];
    }

    private static boolean has(final String name, final String lowerCaseWord) {
        return name.toLowerCase(Locale.ROOT).contains(lowerCaseWord);
    }
}
