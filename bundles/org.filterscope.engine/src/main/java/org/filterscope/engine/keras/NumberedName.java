package org.filterscope.engine.keras;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/**
 * How {@code .keras} files name what belongs to a layer: by its class, and by how many layers of that class come before it in its model.
 * Source: Keras's {@code saving_lib.py} and {@code naming.py}.
 *
 * @param word   the class in small letters: {@code conv2d_transpose}
 * @param number 0 for the first, which is not written
 */
record NumberedName(String word, int number) implements Comparable<NumberedName> {

    /** The next layer of a class. */
    static NumberedName next(final String kind, final Map<String, Integer> counted) {
        final String word = kind.replaceAll("\\W+", "").replaceAll("(.)([A-Z][a-z]+)", "$1_$2").replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT);
        return new NumberedName(word, counted.merge(word, 1, Integer::sum) - 1);
    }

    /** As it stands in a file. */
    static NumberedName of(final String text) {
        final int line = text.lastIndexOf('_');
        final boolean numbered = line > 0 && text.substring(line + 1).matches("\\d{1,9}");
        return numbered ? new NumberedName(text.substring(0, line), Integer.parseInt(text.substring(line + 1))) : new NumberedName(text, 0);
    }

    String text() {
        return number == 0 ? word : word + "_" + number;
    }

    @Override
    public int compareTo(final NumberedName other) {
        return Comparator.comparing(NumberedName::word).thenComparing(NumberedName::number).compare(this, other);
    }
}
