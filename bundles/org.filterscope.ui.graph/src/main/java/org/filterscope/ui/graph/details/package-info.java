/** What is told beside the graph: words, pictures and numbers of the selected pattern, filter or layer. */
package org.filterscope.ui.graph.details;
