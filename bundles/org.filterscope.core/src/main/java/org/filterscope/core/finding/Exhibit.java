package org.filterscope.core.finding;

import java.util.Locale;

/**
 * A picture that shows a finding, or shows its contrary.
 *
 * @param picture    path below the picture folder, with slashes
 * @param role       what it shows
 * @param label      its class; empty when not known
 * @param prediction what the network says; empty when not known
 */
public record Exhibit(String picture, Role role, String label, String prediction) {

    /** What a picture is shown for. */
    public enum Role {
        /** Goes wrong as the finding says. */
        EVIDENCE,
        /** Does not go wrong, though it is of the same kind. */
        COUNTEREXAMPLE;

        /** As written in files. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
