package org.filterscope.analysis.heat;

/**
 * What was done to a network to see whether maps know the difference.
 *
 * @param layer down to which, or in which, weights are others
 * @param seed  of the order in which weights or labels are
 */
public record Change(Kind kind, String layer, long seed) {

    /** Kinds of changes. */
    public enum Kind {
        /** The weights of the layer, and of all between it and the output, are in random order. */
        SHUFFLED("weights shuffled"),
        /** All weights are in random order, another one each time: what a map finds by the picture alone. */
        FORGOTTEN("all shuffled"),
        /** The last layer has learned its classes anew, from the right labels: maps should stay. */
        RELEARNED("right labels"),
        /** The last layer has learned from labels that were dealt out anew among the pictures: maps should go. */
        PERMUTED("permuted labels");

        private final String text;

        Kind(final String text) {
            this.text = text;
        }

        /** As in tables. */
        public String text() {
            return text;
        }
    }
}
