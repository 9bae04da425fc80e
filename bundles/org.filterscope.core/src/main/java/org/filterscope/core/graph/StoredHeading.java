package org.filterscope.core.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;

/**
 * The words of a graph file, as JSON.
 *
 * @param layers names, top layer first
 * @param scores columns, some of which this version may not know
 */
record StoredHeading(String category, int inputRows, int inputCols, List<String> layers, List<GraphPicture> pictures, List<String> parts,
        List<String> scores) {

    static StoredHeading of(final GraphSubject subject, final List<String> layers, final boolean[] mirrored, final List<String> parts,
            final List<String> scores) {
        final List<GraphPicture> pictures = new ArrayList<>();
        for (int i = 0; i < mirrored.length; i++) {
            pictures.add(new GraphPicture(subject.pictures().get(i), mirrored[i]));
        }
        return new StoredHeading(subject.category(), subject.inputRows(), subject.inputCols(), layers, pictures, parts, scores);
    }

    String text() {
        return new GsonBuilder().disableHtmlEscaping().create().toJson(this);
    }

    /** @throws JsonParseException when it is not the JSON of a heading */
    static StoredHeading read(final String text) {
        final StoredHeading heading = parsed(text);
        if (heading == null || heading.incomplete()) {
            throw new JsonParseException("the heading does not tell everything");
        }
        if (!heading.names().allMatch(StandardCharsets.UTF_8.newEncoder()::canEncode)) {
            throw new JsonParseException("the heading has half a character");
        }
        return heading;
    }

    private static StoredHeading parsed(final String text) {
        try {
            return new Gson().fromJson(text, StoredHeading.class);
        } catch (final NumberFormatException e) {
            throw new JsonParseException("the heading has a number that is none", e);
        }
    }

    private boolean incomplete() {
        return Stream.of(category, layers, pictures, parts, scores).anyMatch(Objects::isNull) || inputRows < 1 || inputCols < 1
                || Stream.of(layers, pictures, parts, scores).flatMap(List::stream).anyMatch(Objects::isNull)
                || pictures.stream().anyMatch(picture -> picture.path() == null);
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(category), Stream.of(layers, parts, scores, pictures.stream().map(GraphPicture::path).toList())
                .flatMap(List::stream));
    }

    /** Whether a graph of that subject has this heading. */
    boolean isOf(final GraphSubject subject) {
        return category.equals(subject.category()) && inputRows == subject.inputRows() && inputCols == subject.inputCols()
                && pictures.stream().map(GraphPicture::path).toList().equals(subject.pictures());
    }
}
