package org.filterscope.fuzz.seed;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.filterscope.core.report.PixelBox;
import org.filterscope.core.trace.AblationChange;
import org.filterscope.core.trace.Breakdown;
import org.filterscope.core.trace.BreakdownDefinition;
import org.filterscope.core.trace.ClassBox;
import org.filterscope.core.trace.ContributionTrace;
import org.filterscope.core.trace.FilterTrace;
import org.filterscope.core.trace.HeatTrace;
import org.filterscope.core.trace.LayerTrace;
import org.filterscope.core.trace.PatternTrace;
import org.filterscope.core.trace.PeakPlace;
import org.filterscope.core.trace.PictureFrame;
import org.filterscope.core.trace.RegionTrace;
import org.filterscope.core.trace.TraceFile;
import org.filterscope.core.trace.TraceMethod;
import org.filterscope.core.trace.TracedClass;
import org.filterscope.core.trace.TracedModel;
import org.filterscope.core.trace.TracedPicture;

/** A trace with everything that a trace can have. */
public final class TraceSeeds {
    private static final PixelBox BOX = new PixelBox(3, 4, 50, 60);

    private TraceSeeds() {
    }

    /** As in a file. */
    public static String text() {
        final FilterTrace filter = new FilterTrace(39, "wide", "road", "scene", 15.7, OptionalDouble.of(15.5), Optional.of(new PeakPlace(7, 8, 3.25,
                BOX)),
                Optional.of(new AblationChange(-15.7, OptionalDouble.of(-0.9))), List.of(new PatternTrace(2, "lane", 12.5, 100.25, 90.5, 33, true,
                        true)),
                3.2);
        return TraceFile.text(new ContributionTrace(
                new TracedPicture("freeway/1.jpg", "/pictures/freeway/1.jpg", new PictureFrame(256, 300, 227, 227, 227, 266, 0, 19)),
                new TracedModel("/models/net.h5", "nd4j", "/report", "freeway", ""),
                List.of(new TracedClass("river", -2.5, OptionalDouble.of(0.09)), new TracedClass("freeway", 14.25, OptionalDouble.of(0.91))), 1, 1,
                List.of(new LayerTrace("concept", TraceMethod.EXACT, 15, 15, 14.25, 0.5, 13.75, OptionalDouble.of(0), List.of(filter),
                        List.of(new RegionTrace(9.5, 12, BOX)))),
                Optional.of(new Breakdown(BreakdownDefinition.GRAPH, "concept", 0.84, 0.09, 0.07)), "", Optional.of(new ClassBox("CAM", "concept",
                        BOX)),
                List.of(new HeatTrace("Grad-CAM", "concept", "heat.png", "", 1, 1, 0.02, OptionalDouble.empty(), OptionalDouble.of(0.2),
                        OptionalDouble.of(0.7), OptionalDouble.of(-0.1)))));
    }
}
