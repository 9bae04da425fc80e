package org.filterscope.ui.compare;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.comparison.Comparison;
import org.filterscope.core.comparison.EventRow;
import org.filterscope.core.comparison.FilterLabel;
import org.filterscope.core.comparison.FilterPairRow;
import org.filterscope.core.comparison.LayerPairRow;
import org.filterscope.core.comparison.Pairing;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.Bar;
import org.filterscope.ui.display.Decimals;
import org.filterscope.ui.display.FactTable.Fact;

/**
 * A comparison as the view shows it.
 *
 * @param pairs      filters side by side, the largest change of IoU first
 * @param events     what happened to filters, the weightiest first
 * @param layerFacts the layers in words and numbers
 * @param pairFacts  the pairs in words and numbers
 * @param eventFacts the events in words and numbers
 */
record ComparisonFacts(Comparison comparison, List<FilterPairRow> pairs, List<EventRow> events, List<Fact> layerFacts, List<Fact> pairFacts,
        List<Fact> eventFacts) {

    static ComparisonFacts of(final Comparison comparison) {
        final Comparator<FilterPairRow> change = Comparator.comparingDouble(row -> Double.isNaN(row.iouChange()) ? -1 : Math.abs(row.iouChange()));
        final List<FilterPairRow> pairs = comparison.filters().stream().sorted(change.reversed()).toList();
        final List<EventRow> events = comparison.events().stream().sorted(Comparator.comparingDouble(EventRow::weight).reversed()).toList();
        return new ComparisonFacts(comparison, pairs, events, comparison.layers().stream().map(ComparisonFacts::fact).toList(),
                pairs.stream().map(ComparisonFacts::fact).toList(), events.stream().map(ComparisonFacts::fact).toList());
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

    /** The filter afterwards. */
    FilterSelection after(final EventRow row) {
        return new FilterSelection(directory(row.after()), row.layer(), row.channel());
    }

    private Path directory(final String report) {
        return comparison.manifest().reports().stream().filter(compared -> compared.name().equals(report))
                .map(compared -> Path.of(compared.directory())).findFirst().orElse(Path.of(report));
    }

    private static Fact fact(final EventRow row) {
        return new Fact(List.of(row.sentence(), Decimals.text(row.from().iou()), Decimals.text(row.to().iou()), row.before(), row.after()),
                Fact.raw(row.sentence(), row.from().iou(), row.to().iou(), row.before(), row.after()));
    }

    private static Fact fact(final LayerPairRow row) {
        final List<String> texts = List.of(row.layer(), row.otherLayer(), Decimals.text(row.cka()), Decimals.text(row.ckaNull()),
                Decimals.text(row.correlation()), Decimals.text(row.correlationNull()), Integer.toString(row.matched()),
                Decimals.text(row.sameLabel()), row.before(), row.after());
        final List<String> values = Fact.raw(row.layer(), row.otherLayer(), row.cka(), row.ckaNull(), row.correlation(), row.correlationNull(),
                row.matched(), row.sameLabel(), row.before(), row.after());
        return new Fact(texts, values, column -> switch (column) {
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
        final String filter = filter(row.layer(), row.channel());
        final String other = filter(row.otherLayer(), row.otherChannel());
        final List<String> texts = List.of(filter, other, label(row.label(), row.detector(), Decimals::text),
                label(row.otherLabel(), row.otherDetector(), Decimals::text), signed(row.iouChange()), Decimals.text(row.correlation()),
                words(row.pairing()), row.before(), row.after());
        final List<String> values = Fact.raw(filter, other, label(row.label(), row.detector(), Double::toString),
                label(row.otherLabel(), row.otherDetector(), Double::toString), row.iouChange(), row.correlation(), row.pairing().key(),
                row.before(), row.after());
        return new Fact(texts, values, column -> column == 5 ? bar(row.correlation(), Double.NaN) : Optional.empty());
    }

    private static String words(final Pairing pairing) {
        return switch (pairing) {
            case NUMBER -> Messages.ComparisonFacts_number;
            case MATCH -> Messages.ComparisonFacts_match;
        };
    }

    private static String filter(final String layer, final int channel) {
        return NLS.bind(Messages.ComparisonFacts_filter, layer, channel);
    }

    private static String label(final FilterLabel label, final boolean detector, final DoubleFunction<String> number) {
        if (label.isNone()) {
            return "";
        }
        return NLS.bind(detector ? Messages.ComparisonFacts_detector : Messages.ComparisonFacts_weak, label.concept(), number.apply(label.iou()));
    }

    private static String signed(final double number) {
        return Double.isNaN(number) ? "" : String.format("%+.3f", number);
    }
}
