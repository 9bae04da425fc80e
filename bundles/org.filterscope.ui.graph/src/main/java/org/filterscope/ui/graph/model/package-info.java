/** What the graph's view shows, without any widget: tables, order, places, colors, and which patterns are lit. */
package org.filterscope.ui.graph.model;
