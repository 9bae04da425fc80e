package org.filterscope.analysis.run;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.picture.InputPreparation;

/**
 * What every analysis of a run needs.
 *
 * @param labels   of the network's outputs
 * @param session  for one thread
 * @param evidence the pictures
 * @param graphs   to mine, if any
 * @param writer   of the report that comes to be
 */
record RunContext(DiagnosisConfiguration configuration, NetworkGraph graph, ReceptiveFields fields, List<String> labels,
        InputPreparation preparation, NetworkSession session, Evidence evidence, Optional<GraphPlan> graphs, Schedule schedule,
        ReportWriter writer) {

    long seed() {
        return configuration.images().seed();
    }

    /** The run's own pictures. */
    PicturePool own() {
        return evidence.pools().get(0);
    }

    PreparedPictures inputs() {
        return new PreparedPictures(own().pictures(), preparation);
    }
}
