/** Reads graphs, and what belongs to them, in the background. */
package org.filterscope.ui.graph.read;
