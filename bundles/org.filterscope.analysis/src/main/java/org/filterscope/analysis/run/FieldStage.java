package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.analysis.fields.FieldAnalysis;
import org.filterscope.analysis.fields.FieldPeak;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.FieldSizeRow;
import org.filterscope.core.report.NpyWriter;

/** Measures the receptive fields of all filters. */
final class FieldStage {
    private final RunContext context;

    FieldStage(final RunContext context) {
        this.context = context;
    }

    void run(final List<LayerResult> results) throws IOException {
        final List<FieldAnalysis> analyses = new ArrayList<>();
        long steps = 0;
        for (final LayerResult result : results) {
            final FieldAnalysis analysis = new FieldAnalysis(context.session(), context.fields(), result.layer(),
                    context.configuration().fields());
            analyses.add(analysis);
            steps += analysis.steps(peaks(result));
        }
        final Progress progress = context.schedule().begin(Stage.FIELDS, steps);
        for (int i = 0; i < results.size(); i++) {
            final LayerResult result = results.get(i);
            final FieldAnalysis analysis = analyses.get(i);
            final List<FieldSizeRow> rows = new ArrayList<>();
            try (NpyWriter maps = new NpyWriter(context.writer().files().fieldMaps(result.layer()), analysis.rows() * analysis.cols())) {
                result.add(analysis.run(peaks(result), context.inputs(), progress, (row, map) -> {
                    rows.add(row);
                    maps.write(map);
                }));
            }
            context.writer().fields(result.layer(), rows);
        }
    }

    private static List<List<FieldPeak>> peaks(final LayerResult result) {
        final int cols = result.maps().shape().cols();
        return result.tops().stream().map(best -> best.stream()
                .map(peak -> new FieldPeak(peak.picture(), peak.position() / cols, peak.position() % cols)).toList()).toList();
    }
}
