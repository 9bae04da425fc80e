package org.filterscope.core.names;

import java.util.Optional;

/**
 * What a person has said of one filter.
 *
 * @param fingerprint of the filter's weights: the filter it is about, whatever it is called and wherever it is; two filters with the same
 *                    weights share what is said of them
 * @param name        what the person calls it; empty when it has no name
 * @param verdict     on the automatic label; empty when there is none
 * @param layer       where the filter was when that was said
 * @param channel     0-based number it had then
 * @param label       automatic label that it had then, and that the verdict is about; empty when it had none
 * @param note        anything else; empty when there is nothing
 */
public record FilterName(String fingerprint, String name, Optional<Verdict> verdict, String layer, int channel, String label, String note) {

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return name.isBlank() && verdict.isEmpty() && note.isBlank();
    }
}
