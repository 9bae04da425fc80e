/** An explanatory graph on disk: its parts, how it is written, read and exported. See docs/graph-file.md. */
package org.filterscope.core.graph;
