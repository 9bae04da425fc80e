package org.filterscope.analysis.flaws;

import java.util.List;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.LayerPeaks;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.engine.graph.ReceptiveField;

/**
 * A layer whose filters are under suspicion.
 *
 * @param maps         on the run's own pictures
 * @param peaks        of the maps
 * @param fingerprints of the filters' weights, by channel; empty texts where not known
 * @param vertical     receptive field along the rows
 * @param horizontal   receptive field along the columns
 */
public record FlawLayer(String name, LayerMaps maps, LayerPeaks peaks, List<String> fingerprints, ReceptiveField vertical,
        ReceptiveField horizontal) {

    public FlawLayer {
        fingerprints = List.copyOf(fingerprints);
    }

    /** @param share of the harm that the filter carries */
    public SuspectFilter suspect(final int channel, final double share) {
        return new SuspectFilter(name, channel, fingerprints.get(channel), share);
    }
}
