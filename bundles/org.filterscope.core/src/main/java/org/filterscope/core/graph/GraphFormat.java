package org.filterscope.core.graph;

/** The numbers of the graph file's format; docs/graph-file.md tells every byte. */
final class GraphFormat {
    /** As PNG's: a byte that is no text, and line ends that a transfer as text would change. Little-endian: {@code 89 F S G CR LF 1A LF}. */
    static final long MAGIC = 0x0a1a0a0d47534689L;
    static final int VERSION = 1;

    static final int HEADER_BYTES = 32;
    /** Of the header, before its own checksum. */
    static final int CHECKED_BYTES = 28;
    static final int ENTRY_BYTES = 40;
    static final int NAME_BYTES = 16;
    static final int ALIGNMENT = 8;

    static final int LAYER_BYTES = 72;
    static final int PATTERN_BYTES = 56;
    static final int EDGE_BYTES = 20;
    static final int PLACE_BYTES = 16;
    static final int PATCHES_BYTES = 8;
    static final int COLOURS = 3;

    /** About seventy times the authors' VGG-16: what a reader is ready to hold in memory. */
    static final int MOST_PATTERNS = 1 << 22;
    static final int MOST_EDGES = 1 << 26;
    static final int MOST_SECTIONS = 1 << 14;
    static final int MOST_HEADING_BYTES = 1 << 26;
    static final int MOST_PATCH_SIDE = 1 << 10;
    /** Farther from the input's corner, in pixels, nothing can be. */
    static final double FARTHEST = 1 << 20;

    static final String HEADING = "heading";
    static final String LAYER = "layer.";
    static final String PATTERNS = "patterns.";
    static final String EDGES = "edges.";
    static final String PLACES = "places.";
    static final String PATCHES = "patches.";
    static final String SCORES = "scores";
    static final String PARTS = "parts";

    private GraphFormat() {
    }

    static long aligned(final long offset) {
        return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
