package org.filterscope.analysis.concepts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConceptSettings;
import org.filterscope.core.table.HandwrittenTable;
import org.filterscope.core.table.InvalidTableException;
import org.filterscope.core.table.TableLine;

/**
 * Which numbers of a mask mean which concept. Numbers that the table does not name mean none, and so do those whose name says so
 * ({@link #NO_CONCEPT}). Several numbers may have the same name and category: they are one concept.
 *
 * @param concepts in the order of the table
 * @param labels   by number, 0 to 255: index of the concept, or {@link ConceptSet#NONE}
 */
record ConceptTable(List<Concept> concepts, short[] labels) {
    /** Names that tables give to what is no concept; in any case. */
    static final Set<String> NO_CONCEPT = Set.of("", "none", "other", "background", "void", "unlabelled", "unlabeled");
    private static final int NUMBERS = 256;
    private static final String COLUMNS = "expected the columns id,name and, if wanted, category";

    /** @throws InvalidInputException when it is no such table, or names no concept */
    static ConceptTable read(final ConceptSettings settings) throws InvalidInputException {
        final Path file = settings.names();
        final List<Concept> concepts = new ArrayList<>();
        final short[] labels = new short[NUMBERS];
        Arrays.fill(labels, ConceptSet.NONE);
        final boolean[] named = new boolean[NUMBERS];
        try (HandwrittenTable table = HandwrittenTable.open(file)) {
            for (Optional<TableLine> next = table.next(); next.isPresent(); next = table.next()) {
                final TableLine line = next.get();
                final int number = number(line);
                if (named[number]) {
                    throw line.error("the id %d is named twice".formatted(number));
                }
                named[number] = true;
                final String name = field(line, "name");
                if (!NO_CONCEPT.contains(name.toLowerCase(Locale.ROOT))) {
                    final String category = line.find("category").map(String::strip).orElse("");
                    labels[number] = label(concepts, new Concept(name, category.isEmpty() ? settings.category() : category));
                }
            }
        }
        if (concepts.isEmpty()) {
            throw new InvalidInputException("%s: names no concept; %s".formatted(file, COLUMNS));
        }
        return new ConceptTable(List.copyOf(concepts), labels);
    }

    private static short label(final List<Concept> concepts, final Concept concept) {
        if (!concepts.contains(concept)) {
            concepts.add(concept);
        }
        return (short) concepts.indexOf(concept);
    }

    private static int number(final TableLine line) throws InvalidTableException {
        final String text = field(line, "id");
        try {
            final int number = Integer.parseInt(text);
            if (number >= 0 && number < NUMBERS) {
                return number;
            }
        } catch (final NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw line.error("the id is '%s'; expected a whole number from 0 to %d".formatted(text, NUMBERS - 1));
    }

    private static String field(final TableLine line, final String column) throws InvalidTableException {
        return line.find(column).map(String::strip).orElseThrow(() -> line.error("the column '%s' is missing; %s".formatted(column, COLUMNS)));
    }
}
