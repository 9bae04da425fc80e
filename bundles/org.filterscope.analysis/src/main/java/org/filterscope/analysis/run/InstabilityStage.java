package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.List;

import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.filters.FilterStatistics;
import org.filterscope.analysis.instability.Instabilities;
import org.filterscope.analysis.instability.LocationInstability;
import org.filterscope.analysis.landmarks.Landmarks;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.LayerPeaks;
import org.filterscope.analysis.maps.MapStore;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.NpyWriter;

/** Compares the peaks of all filters with landmarks. */
final class InstabilityStage {
    private final RunContext context;
    private final Workplace workplace;
    private final Landmarks landmarks;
    private final PictureClasses classes;

    InstabilityStage(final RunContext context, final Workplace workplace) {
        this.context = context;
        this.workplace = workplace;
        landmarks = context.evidence().landmarks().orElseThrow();
        classes = context.evidence().pools().get(context.evidence().landmarkPool()).pictureClasses();
    }

    /** @param store of the pool with the landmarks */
    void run(final List<LayerResult> results, final MapStore store) throws IOException {
        final boolean own = context.evidence().landmarkPool() == 0;
        final Progress progress = context.schedule().begin(Stage.INSTABILITY,
                results.stream().mapToLong(result -> result.filters().size() + (own ? 0 : store.pictures())).sum());
        for (final LayerResult result : results) {
            final LocationInstability instability = new LocationInstability(result.maps().shape(), context.fields().vertical(result.layer()),
                    context.fields().horizontal(result.layer()), context.graph().input(), landmarks, classes.names(), classes.indices(),
                    LocationInstability.PICTURES, context.seed());
            final LayerPeaks peaks = own ? result.peaks() : peaks(store.layer(result.layer()), progress);
            try (NpyWriter places = new NpyWriter(context.writer().files().landmarkPoints(result.layer()), 4 * LocationInstability.PICTURES)) {
                final Instabilities found = instability.of(peaks, progress, places::write);
                context.writer().landmarks(result.layer(), found.rows());
                result.add(found.scores());
            }
        }
    }

    /** Of pictures that are not the run's own; kept only as long as they are needed. */
    private LayerPeaks peaks(final LayerMaps maps, final Progress progress) throws IOException {
        final FilterStatistics statistics = new FilterStatistics(maps.shape(), 0, 1);
        try (PeakTables tables = new PeakTables(workplace.scratch("peaks.npy"), workplace.scratch("positions.npy"), maps.shape().channels())) {
            maps.forEachSparse((picture, values) -> {
                progress.checkCancelled();
                tables.write(statistics.add(picture, values, -1));
                progress.advance(1);
            });
            return tables.peaks();
        }
    }
}
