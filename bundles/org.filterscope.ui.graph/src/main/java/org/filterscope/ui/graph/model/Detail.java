package org.filterscope.ui.graph.model;

/** What a mark on the screen means: the more room, the more it tells. */
public enum Detail {
    /** A filter is a column, its patterns are slices of it in the order of their colors. */
    COLUMNS,
    /** A filter is a box, its patterns are dots. */
    DOTS,
    /** A filter is a box, its patterns are pictures of what they look like. */
    PATCHES
}
