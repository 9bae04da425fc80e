/** A network as data: nodes, operators, weights, shapes and receptive fields; always {@code [image, channel, row, col]}. */
package org.filterscope.engine.graph;
