/** The explanatory graph: part patterns disentangled from every filter and wired layer by layer. Method: docs/methods/explanatory-graph.md. */
package org.filterscope.analysis.graph;
