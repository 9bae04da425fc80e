package org.filterscope.core.finding;

import java.util.List;
import java.util.Locale;

/**
 * Something that can be done about a finding.
 *
 * @param kind    what
 * @param classes concerned; may be empty
 * @param text    for a person, one sentence
 */
public record Fix(Kind kind, List<String> classes, String text) {

    public Fix {
        classes = List.copyOf(classes);
    }

    /** Ways to mend a network. */
    public enum Kind {
        /** Set the filters to zero. */
        MUTE,
        /** Set the filters to their mean. */
        MEAN,
        /** Fit the last layer anew. */
        REPAIR,
        /** Look at labels again. */
        RELABEL,
        /** Collect or change training pictures, then train again. */
        COLLECT,
        /** Make the network smaller. */
        PRUNE;

        /** As written in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
