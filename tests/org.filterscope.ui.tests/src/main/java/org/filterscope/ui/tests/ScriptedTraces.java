package org.filterscope.ui.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.filterscope.core.protocol.AblationRequest;
import org.filterscope.core.protocol.AblationResult;
import org.filterscope.core.protocol.HeatRequest;
import org.filterscope.core.protocol.HeatResult;
import org.filterscope.core.protocol.TraceRequest;
import org.filterscope.core.protocol.TraceResult;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.trace.AblationChange;
import org.filterscope.core.trace.Breakdown;
import org.filterscope.core.trace.BreakdownDefinition;
import org.filterscope.core.trace.ClassBox;
import org.filterscope.core.trace.ContributionTrace;
import org.filterscope.core.trace.FilterTrace;
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

/**
 * Made-up traces of pictures of 48 rows and 64 columns: {@code river} 71 %, {@code beach} 23 %, {@code forest} 6 %. The layer {@code deep} is exact
 * and has twelve filters; filter f adds (7 f + 3 class) mod 12 - 5. The layer {@code early} has eight and is integrated, or linear when it has to be
 * quick. A picture whose name begins with {@code big} has five layers of 512 filters; of one whose name begins with {@code twins} the network calls two
 * outputs {@code river}.
 */
final class ScriptedTraces {
    static final int ROWS = 48;
    static final int COLS = 64;
    private static final PixelBox BOX = new PixelBox(20, 30, 60, 80);

    private ScriptedTraces() {
    }

    static TraceResult trace(final TraceRequest request) {
        return new TraceResult(TraceFile.text(made(request)));
    }

    /** A hill in the upper left corner, as high as the filter's number and one; of another picture twice as high. */
    static HeatResult heat(final HeatRequest request) {
        final float[] values = new float[36];
        values[0] = request.filter() + 1 + Math.max(0, request.pattern()) / 4f;
        values[35] = -values[0] / 2;
        values[0] *= Path.of(request.picture()).getFileName().toString().startsWith("other") ? 2 : 1;
        return HeatResult.of(6, 6, values, request.method().equals(HeatRequest.ACTIVATION) ? "activation" : "signed", 1, 1, 0.01);
    }

    /** Without filters a river becomes a beach. */
    static AblationResult ablate(final AblationRequest request) {
        final boolean mean = request.amount().equals(AblationRequest.MEAN);
        return new AblationResult(names(Path.of(request.picture())), List.of(0.23, 0.06, 0.71), mean ? List.of(0.4, 0.1, 0.5) : List.of(0.8, 0.1, 0.1),
                List.of(2.0, 1.0, 3.0), List.of(3.0, 1.0, 1.0 - request.filters().size()), true, 0.02);
    }

    private static List<String> names(final Path picture) {
        return picture.getFileName().toString().startsWith("twins") ? List.of("river", "forest", "river") : SampleReport.CLASSES;
    }

    private static ContributionTrace made(final TraceRequest request) {
        final Path picture = Path.of(request.picture());
        final List<TracedClass> classes = List.of(new TracedClass(names(picture).getFirst(), 2, OptionalDouble.of(0.23)),
                new TracedClass("forest", 1, OptionalDouble.of(0.06)), new TracedClass("river", 3, OptionalDouble.of(0.71)));
        final int traced = request.output() == TraceRequest.PREDICTED ? 2 : request.output();
        final boolean big = picture.getFileName().toString().startsWith("big");
        final List<LayerTrace> layers = big
                ? IntStream.range(0, 5).mapToObj(layer -> layer("layer" + layer, TraceMethod.EXACT, 512, traced)).toList()
                : Stream.of(layer("deep", TraceMethod.EXACT, 12, traced),
                        layer("early", request.quick() ? TraceMethod.GRADIENT : TraceMethod.INTEGRATED, 8, traced)).toList();
        return new ContributionTrace(
                new TracedPicture(picture.getFileName().toString(), picture.toString(), new PictureFrame(ROWS, COLS, 96, 96, 96, 96, 0, 0)),
                new TracedModel("/landscapes.h5", "nd4j", "", "river", ""), classes, traced, 3 - traced + 1, layers,
                Optional.of(new Breakdown(BreakdownDefinition.GRAPH, "deep", 0.84, 0.09, 0.07)), "", Optional.of(new ClassBox("CAM", "deep", BOX)),
                List.of());
    }

    private static LayerTrace layer(final String name, final TraceMethod method, final int filters, final int traced) {
        final List<FilterTrace> all = IntStream.range(0, filters).mapToObj(filter -> filter(filter, filters, traced)).toList();
        final double sum = all.stream().mapToDouble(FilterTrace::contribution).sum();
        return new LayerTrace(name, method, 6, 6, sum + 1, 1, sum, OptionalDouble.of(method == TraceMethod.EXACT ? 0 : 0.125), all,
                List.of(new RegionTrace(4.5, 7, BOX)));
    }

    private static FilterTrace filter(final int number, final int filters, final int traced) {
        final double contribution = Math.floorMod(7 * number + 3 * traced, filters) - 5;
        final boolean first = number == 1;
        return new FilterTrace(number, first ? "wet & bright" : "", number % 3 == 0 ? "water" : "", number % 3 == 0 ? "texture" : "", contribution,
                OptionalDouble.empty(), Optional.of(new PeakPlace(1, 1, 3, new PixelBox(0, 0, 40, 40))),
                Math.abs(contribution) > 4 ? Optional.of(new AblationChange(-contribution, OptionalDouble.of(-0.25))) : Optional.empty(),
                first ? List.of(new PatternTrace(2, "bank", contribution / 2, 30, 40, 12, true, true)) : List.of(), contribution / 2);
    }
}
