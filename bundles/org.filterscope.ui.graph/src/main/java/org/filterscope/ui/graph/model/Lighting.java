package org.filterscope.ui.graph.model;

import java.util.BitSet;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which patterns keep their colors while the others fade. Each part is empty when it asks for nothing; what all of them ask for is lit.
 *
 * @param search  what was typed
 * @param bound   a lowest number, or a kind that was chosen in the legend
 * @param family  ancestors and descendants of what is focused on
 * @param picture what is there on the chosen picture
 */
public record Lighting(Optional<BitSet> search, Optional<BitSet> bound, Optional<BitSet> family, Optional<BitSet> picture) {
    public static final Lighting ALL = new Lighting(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Lighting withSearch(final Optional<BitSet> found) {
        return new Lighting(found, bound, family, picture);
    }

    public Lighting withBound(final Optional<BitSet> found) {
        return new Lighting(search, found, family, picture);
    }

    public Lighting withFamily(final Optional<BitSet> found) {
        return new Lighting(search, bound, found, picture);
    }

    public Lighting withPicture(final Optional<BitSet> found) {
        return new Lighting(search, bound, family, found);
    }

    /** Empty when all are. */
    public Optional<BitSet> lit() {
        return Stream.of(search, bound, family, picture).flatMap(Optional::stream).reduce((first, second) -> {
            final BitSet both = (BitSet) first.clone();
            both.and(second);
            return both;
        });
    }

    /** Whether the lit patterns hang together, so that the edges among them say something. */
    public boolean isConnected() {
        return family.isPresent() || picture.isPresent();
    }
}
