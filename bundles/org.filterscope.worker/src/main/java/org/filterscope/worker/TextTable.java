package org.filterscope.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A table for the screen: columns as wide as their longest field. */
final class TextTable {
    private final Set<Integer> words;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param words columns that are left-aligned, as text is; the others are numbers */
    TextTable(final Set<Integer> words, final List<String> header) {
        this.words = words;
        rows.add(header);
    }

    void add(final List<String> row) {
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    List<String> lines() {
        final int[] widths = new int[rows.getFirst().size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        final List<String> lines = new ArrayList<>();
        for (final List<String> row : rows) {
            final StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                final String blanks = " ".repeat(widths[i] - row.get(i).length());
                line.append(words.contains(i) ? row.get(i) + blanks : blanks + row.get(i)).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
