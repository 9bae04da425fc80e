package org.filterscope.core.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.filterscope.core.report.PixelBox;

/** A small trace with everything that a trace can have. */
final class SampleTrace {
    private static final PixelBox BOX = new PixelBox(3, 4, 50, 60);

    private SampleTrace() {
    }

    static ContributionTrace of(final List<FilterTrace> filters) {
        return new ContributionTrace(
                new TracedPicture("freeway/01.jpg", "/pictures/freeway/01.jpg", new PictureFrame(256, 300, 227, 227, 227, 266, 0, 19)),
                new TracedModel("/models/landuse.h5", "nd4j", "/report", "freeway", ""),
                List.of(new TracedClass("river", -2.5, OptionalDouble.of(0.09)), new TracedClass("freeway", 14.25, OptionalDouble.of(0.91))), 1, 1,
                List.of(new LayerTrace("concept", TraceMethod.EXACT, 15, 15, 14.25, 0.5, 13.75, OptionalDouble.of(0), filters,
                        List.of(new RegionTrace(9.5, 12, BOX)))),
                Optional.of(new Breakdown(BreakdownDefinition.GRAPH, "concept", 0.84, 0.09, 0.07)), "",
                Optional.of(new ClassBox("CAM", "concept", BOX)),
                List.of(new HeatTrace("Grad-CAM", "concept", "freeway%2F01.grad-cam.png", "", 1, 1, 0.02, OptionalDouble.empty(),
                        OptionalDouble.of(0.2), OptionalDouble.of(0.7), OptionalDouble.of(-0.1))));
    }

    static FilterTrace filter(final int number, final String name, final double contribution) {
        return new FilterTrace(number, name, "", "", contribution, OptionalDouble.empty(), Optional.empty(), Optional.empty(), List.of(),
                contribution);
    }

    static FilterTrace full() {
        return new FilterTrace(39, "freeway \"wide\"", "road", "scene", 15.7, OptionalDouble.of(15.5),
                Optional.of(new PeakPlace(7, 8, 3.25, BOX)), Optional.of(new AblationChange(-15.7, OptionalDouble.of(-0.9))),
                List.of(new PatternTrace(2, "lane", 12.5, 100.25, 90.5, 33.0, true, true)), 3.2);
    }
}
