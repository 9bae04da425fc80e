package org.filterscope.ui.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.configuration.ConfigurationKeys;

/** What people read about a key, the same in proposals, in hovers and in the form. The words are in {@code keys.properties}. */
final class KeyDocumentation {
    private static final String SCORE = "SCORE";
    private static final String REGRESSIONS = "regressions";

    private final ResourceBundle words = ResourceBundle.getBundle("org.filterscope.ui.configuration.keys");

    /**
     * @param path the keys around the key and itself
     * @return a sentence or two, with the words that are accepted; empty when no configuration has such a key
     */
    Optional<String> of(final List<String> path) {
        return ConfigurationKeys.at(path).filter(key -> !path.isEmpty()).map(key -> {
            final String sentence = sentence(path);
            return key.choices().isEmpty() ? sentence : NLS.bind(Messages.KeyDocumentation_choices, sentence, String.join(", ", key.choices()));
        });
    }

    /** The same as {@link #of} with the key's name in front, in the markup of hovers. */
    Optional<String> markup(final List<String> path) {
        return of(path).map(plain -> "<b>" + escaped(String.join(": ", path)) + "</b><br>" + escaped(plain));
    }

    /** What an analysis finds out. */
    String analysis(final String name) {
        return words.getString("analysis." + name);
    }

    static String escaped(final String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>");
    }

    private String sentence(final List<String> path) {
        try {
            return words.getString(String.join(".", path));
        } catch (final MissingResourceException e) {
            // Gates on scores are the same for each score.
            final int score = path.contains(REGRESSIONS) ? 2 : 1;
            final List<String> general = new ArrayList<>(path);
            general.set(score, SCORE);
            return NLS.bind(words.getString(String.join(".", general)), path.get(score));
        }
    }
}
