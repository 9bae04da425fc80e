package org.filterscope.ui.compare;

import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.comparison.EventRow;
import org.filterscope.core.comparison.FilterLabel;
import org.filterscope.core.comparison.FilterPairRow;
import org.filterscope.core.comparison.LayerPairRow;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.Bar;
import org.filterscope.ui.display.FactTable.Fact;

/**
 * A comparison as the view shows it.
 *
 * @param pairs  filters side by side, the largest change of IoU first
 * @param events what happened to filters, the weightiest first
 */
record ComparisonFacts(Comparison comparison, List<FilterPairRow> pairs, List<EventRow> events) {

    static ComparisonFacts of(final Comparison comparison) {
        final Comparator<FilterPairRow> change = Comparator.comparingDouble(row -> Double.isNaN(row.iouChange()) ? -1 : Math.abs(row.iouChange()));
        return new ComparisonFacts(comparison, comparison.filters().stream().sorted(change.reversed()).toList(),
                comparison.events().stream().sorted(Comparator.comparingDouble(EventRow::weight).reversed()).toList());
    }

    List<Fact> layerFacts() {
        return comparison.layers().stream().map(ComparisonFacts::fact).toList();
    }

    List<Fact> pairFacts() {
        return pairs.stream().map(ComparisonFacts::fact).toList();
    }

    List<Fact> eventFacts() {
        return events.stream().map(row -> new Fact(
                List.of(row.sentence(), decimals(row.from().iou()), decimals(row.to().iou()), row.before(), row.after()))).toList();
    }

    /** What could not be compared, and what to keep in mind. */
    String notes() {
        return String.join(" ", comparison.manifest().notes());
    }

    FilterSelection before(final FilterPairRow row) {
        return new FilterSelection(directory(row.before()), row.layer(), row.channel());
    }

    FilterSelection after(final FilterPairRow row) {
        return new FilterSelection(directory(row.after()), row.otherLayer(), row.otherChannel());
    }

    private Path directory(final String report) {
        return comparison.manifest().reports().stream().filter(compared -> compared.name().equals(report))
                .map(compared -> Path.of(compared.directory())).findFirst().orElse(Path.of(report));
    }

    private static Fact fact(final LayerPairRow row) {
        final List<String> texts = List.of(row.layer(), row.otherLayer(), decimals(row.cka()), decimals(row.ckaNull()), decimals(row.correlation()),
                decimals(row.correlationNull()), Integer.toString(row.matched()), decimals(row.sameLabel()), row.before(), row.after());
        return new Fact(texts, column -> switch (column) {
            case 2 -> bar(row.cka(), row.ckaNull());
            case 4 -> bar(row.correlation(), row.correlationNull());
            default -> Optional.empty();
        });
    }

    /** The mark is what shuffled pictures reach. */
    private static Optional<Bar> bar(final double number, final double chance) {
        return Double.isNaN(number) ? Optional.empty() : Optional.of(Bar.of(number, 0, 1, chance));
    }

    private static Fact fact(final FilterPairRow row) {
        return new Fact(List.of(filter(row.layer(), row.channel()), filter(row.otherLayer(), row.otherChannel()), label(row.label(), row.detector()),
                label(row.otherLabel(), row.otherDetector()), signed(row.iouChange()), decimals(row.correlation()), row.pairing().key(), row.before(),
                row.after()), column -> column == 5 ? bar(row.correlation(), Double.NaN) : Optional.empty());
    }

    private static String filter(final String layer, final int channel) {
        return NLS.bind(Messages.ComparisonFacts_filter, layer, channel);
    }

    private static String label(final FilterLabel label, final boolean detector) {
        if (label.isNone()) {
            return "";
        }
        return NLS.bind(detector ? Messages.ComparisonFacts_detector : Messages.ComparisonFacts_weak, label.concept(), decimals(label.iou()));
    }

    private static String signed(final double number) {
        return Double.isNaN(number) ? "" : String.format("%+.3f", number);
    }

    /** Empty for what is not a number. */
    private static String decimals(final double number) {
        final NumberFormat format = NumberFormat.getNumberInstance();
        format.setMinimumFractionDigits(3);
        format.setMaximumFractionDigits(3);
        return Double.isNaN(number) ? "" : format.format(number);
    }
}
