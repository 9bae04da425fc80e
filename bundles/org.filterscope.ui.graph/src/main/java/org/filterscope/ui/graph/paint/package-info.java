/** Paints the graph: on the screen, into pictures, and as SVG. */
package org.filterscope.ui.graph.paint;
