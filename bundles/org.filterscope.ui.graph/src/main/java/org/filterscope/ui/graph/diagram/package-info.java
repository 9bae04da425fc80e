/** The graph as something to look at and to move about in: a viewer of the Graphical Editing Framework. */
package org.filterscope.ui.graph.diagram;
