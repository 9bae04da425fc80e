package org.filterscope.analysis.run;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;

/** What a report tells of a network's layers whatever the pictures are. */
public record NetworkLayers(NetworkGraph graph, ReceptiveFields fields) {

    /** All layers, from the input to the output. */
    public List<LayerRow> rows() {
        final List<LayerRow> rows = new ArrayList<>();
        for (final Node node : graph.nodes()) {
            rows.add(row(node));
        }
        return rows;
    }

    /** One of the graph's layers. */
    LayerRow row(final Node node) {
        final Shape shape = graph.shape(node.name());
        return new LayerRow(node.name(), node.operator().kind(), shape.channels(), shape.rows(), shape.cols(),
                field(fields.vertical(node.name())), field(fields.horizontal(node.name())));
    }

    private static FieldRow field(final ReceptiveField field) {
        return new FieldRow(field.stride(), field.size(), field.centre());
    }
}
