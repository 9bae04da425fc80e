package org.filterscope.ui.graph.read;

import java.util.List;

import org.filterscope.core.graph.ExplanatoryGraph;
import org.filterscope.ui.graph.model.FilterOrder;
import org.filterscope.ui.graph.model.FilterWords;
import org.filterscope.ui.graph.model.GraphTable;
import org.filterscope.ui.report.LoadedReport;

/**
 * A graph that was opened. Who gets it closes it.
 *
 * @param categories of all the report's graphs
 * @param category   of this one
 */
public record LoadedGraph(LoadedReport report, List<String> categories, String category, ExplanatoryGraph graph, GraphTable table,
        FilterOrder order, FilterWords words) {
}
