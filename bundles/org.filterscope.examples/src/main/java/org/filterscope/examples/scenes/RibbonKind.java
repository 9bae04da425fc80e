package org.filterscope.examples.scenes;

/** What a ribbon is. */
enum RibbonKind {
    NONE, ROAD, RIVER
}
