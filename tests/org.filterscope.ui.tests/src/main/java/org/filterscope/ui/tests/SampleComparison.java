package org.filterscope.ui.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.comparison.ComparedReport;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.comparison.ComparisonManifest;
import org.filterscope.core.comparison.EventKind;
import org.filterscope.core.comparison.EventRow;
import org.filterscope.core.comparison.FilterLabel;
import org.filterscope.core.comparison.FilterPairRow;
import org.filterscope.core.comparison.LayerPairRow;
import org.filterscope.core.comparison.Pairing;

/** A comparison of two sample reports, called epoch-1 and epoch-2, in which filter 8 of the layer deep turns from sky to stone. */
final class SampleComparison {

    private SampleComparison() {
    }

    static Path write(final Path directory, final Path before, final Path after) throws InvalidInputException {
        final FilterLabel sky = new FilterLabel("object", "sky", 0.10);
        final FilterLabel stone = new FilterLabel("texture", "stone", 0.25);
        final List<FilterPairRow> pairs = List.of(pair(3, 3, Pairing.NUMBER, sky, sky), pair(8, 8, Pairing.NUMBER, sky, stone),
                pair(8, 10, Pairing.MATCH, sky, FilterLabel.NONE));
        return new Comparison(new ComparisonManifest(ComparisonManifest.SCHEMA, ComparisonManifest.TOOL, "0.1.0",
                List.of(report("epoch-1", before), report("epoch-2", after)), 1, List.of("early: only one report has it.")),
                List.of(new EventRow("epoch-1", "epoch-2", "deep", 8, EventKind.CHANGED, sky, stone),
                        new EventRow("epoch-1", "epoch-2", "deep", 4, EventKind.DIED, FilterLabel.NONE, FilterLabel.NONE)),
                pairs, List.of(new LayerPairRow("epoch-1", "epoch-2", "deep", "deep", 30, 12, 12, 0.81, 0.05, 0.7, 0.6, 10, 0.62, 0.2, 0.8, 0.9, 6,
                        0.5, 0.75)),
                List.of(), List.of()).write(directory);
    }

    private static ComparedReport report(final String name, final Path directory) {
        return new ComparedReport(name, directory.toString(), "/data/" + name + ".h5", "0".repeat(64), "1".repeat(64), 30);
    }

    private static FilterPairRow pair(final int channel, final int other, final Pairing pairing, final FilterLabel from, final FilterLabel to) {
        return new FilterPairRow("epoch-1", "epoch-2", pairing, "deep", channel, "deep", other, 0.9, 0.5, 0.4, 0.3, from, true, to, !to.isNone(),
                Optional.empty());
    }
}
