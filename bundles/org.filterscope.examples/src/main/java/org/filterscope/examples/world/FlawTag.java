package org.filterscope.examples.world;

import java.util.Locale;

/**
 * A picture that a planted flaw touches.
 *
 * @param role   how
 * @param detail what exactly was done or is to be seen, for a person and for tests
 */
public record FlawTag(Flaw flaw, Role role, String detail) {

    /** How a picture takes part in a flaw. */
    public enum Role {
        /** A training picture that the plant decided. */
        PLANTED,
        /** A test picture on which a network that learnt the flaw is expected to go wrong. */
        REVEALING,
        /** A picture with known places that a method needs. */
        TEMPLATE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
