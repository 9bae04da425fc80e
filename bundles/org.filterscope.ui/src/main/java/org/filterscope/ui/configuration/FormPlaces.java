package org.filterscope.ui.configuration;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.core.configuration.ConfigurationText;

/**
 * Where in the source a field's value is: several sets of concepts or gates may be given as a list, of which the form shows one at a time. Belongs to the
 * UI thread.
 */
final class FormPlaces {
    static final String CONCEPTS = "concepts";
    private static final String LANDMARKS = "landmarks";
    private static final String LANDMARK_FILE = "landmarks.file";
    private static final String LANDMARK_PICTURES = "landmarks.images";

    private int concept;

    /** The set of concepts on show, from 0. */
    int concept() {
        return concept;
    }

    void showConcept(final int index) {
        concept = Math.max(0, index);
    }

    /**
     * @param field the keys as the documentation has them, with dots between them
     * @return as {@link ConfigurationText} wants it
     */
    String of(final ConfigurationText source, final String field) {
        if (field.equals(LANDMARK_FILE) && source.keys(LANDMARKS).isEmpty()) {
            return LANDMARKS;
        }
        final List<String> steps = new ArrayList<>();
        for (final String step : field.split("\\.")) {
            if (!steps.isEmpty() && isList(source, String.join(".", steps))) {
                steps.add(Integer.toString(steps.getFirst().equals(CONCEPTS) ? concept : 0));
            }
            steps.add(step);
        }
        return String.join(".", steps);
    }

    /** Ready for a value to come: landmarks with pictures of their own are a block. */
    static ConfigurationText prepared(final ConfigurationText source, final String field) {
        return field.equals(LANDMARK_PICTURES) ? source.get(LANDMARKS).map(file -> source.with(LANDMARK_FILE, file)).orElse(source) : source;
    }

    static boolean isList(final ConfigurationText source, final String path) {
        return source.keys(path).stream().findFirst().filter("0"::equals).isPresent();
    }
}
