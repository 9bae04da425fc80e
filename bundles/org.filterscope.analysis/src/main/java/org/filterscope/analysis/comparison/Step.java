package org.filterscope.analysis.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.comparison.EventRow;
import org.filterscope.core.comparison.FilterPairRow;
import org.filterscope.core.comparison.LayerPairRow;
import org.filterscope.core.comparison.Pairing;
import org.filterscope.core.comparison.TransitionRow;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.LayerRow;

/** One report compared with the one before it. */
final class Step {
    /** Common pictures that layers are compared on, at most: the error of a correlation is then about 1/√2000, two hundredths. */
    static final int MOST_PICTURES = 2000;
    /** Numbers of the later report's layers that are kept while the earlier one's go by: 128 MB. */
    private static final long MOST_KEPT = 16 << 20;
    /** Of the matched filters, below it the numbers have nothing to do with each other. */
    private static final double SAME_TRAINING = 0.5;

    private final Side before;
    private final Side after;
    private final long seed;
    private final CommonPictures pictures;
    private final boolean same;
    private final List<EventRow> events = new ArrayList<>();
    private final List<FilterPairRow> filters = new ArrayList<>();
    private final List<FilterPairRow> matches = new ArrayList<>();
    private final List<LayerPairRow> layers = new ArrayList<>();
    private final List<TransitionRow> transitions = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @throws InvalidInputException when the reports are not of the same pictures */
    Step(final Side before, final Side after, final long seed) throws InvalidInputException {
        this.before = before;
        this.after = after;
        this.seed = seed;
        pictures = CommonPictures.of(before, after);
        same = Architecture.isSame(before, after);
    }

    /** Of the progress: one a filter that is looked at by its number, some for every pair of layers. */
    long steps() {
        final long numbered = same ? Architecture.common(before, after).stream().mapToLong(layer -> before.layers().get(layer).channels()).sum() : 0;
        return numbered + pairs().values().stream().mapToLong(Set::size).sum() * (LayerMatch.SHUFFLES + 1);
    }

    void run(final Progress progress) throws InvalidInputException {
        notes.addAll(pictures.notes());
        noteLayers();
        noteConceptSets();
        if (same) {
            final SameNumber numbers = new SameNumber(before, after, pictures);
            for (final String layer : Architecture.common(before, after)) {
                final Events changes = new Events(before, after, layer);
                events.addAll(changes.events());
                transitions.addAll(changes.transitions());
                filters.addAll(numbers.rows(layer, progress));
            }
        }
        match(progress);
        filters.addAll(matches);
        noteOtherTraining();
    }

    /** The layers that are put side by side: in one architecture each with itself, else each with each. */
    private Map<String, Set<String>> pairs() {
        final Map<String, Set<String>> pairs = new LinkedHashMap<>();
        for (final String layer : same ? Architecture.common(before, after) : List.copyOf(before.layers().keySet())) {
            for (final String other : same ? List.of(layer) : List.copyOf(after.layers().keySet())) {
                if (before.isComparedAsAWhole(layer) && after.isComparedAsAWhole(other)) {
                    pairs.computeIfAbsent(layer, key -> new LinkedHashSet<>()).add(other);
                }
            }
        }
        return pairs;
    }

    private void match(final Progress progress) throws InvalidReportException {
        final CommonPictures sample = pictures.sample(MOST_PICTURES, seed);
        final Map<String, ComparedLayer> kept = new HashMap<>();
        long size = 0;
        for (final Map.Entry<String, Set<String>> entry : pairs().entrySet()) {
            final ComparedLayer first = ComparedLayer.read(before, entry.getKey(), sample.before(), progress);
            for (final String other : entry.getValue()) {
                final ComparedLayer second = kept.containsKey(other) ? kept.get(other)
                        : ComparedLayer.read(after, other, sample.after(), progress);
                if (!same && !kept.containsKey(other) && size + second.size() <= MOST_KEPT) {
                    size += second.size();
                    kept.put(other, second);
                }
                add(first, second, LayerMatch.of(first, second, seed, progress));
            }
        }
    }

    private void add(final ComparedLayer first, final ComparedLayer second, final LayerMatch match) {
        final List<FilterPairRow> rows = new ArrayList<>();
        for (int a = 0; a < match.columns().length; a++) {
            if (match.columns()[a] >= 0) {
                rows.add(FilterPairs.row(before, after, Pairing.MATCH, first.layer(), first.peaks().channel(a), second.layer(),
                        second.peaks().channel(match.columns()[a]), PairedFilter.ofCorrelation(match.correlations()[a])));
            }
        }
        matches.addAll(rows);
        final LayerRow layer = before.layers().get(first.layer());
        final LayerRow other = after.layers().get(second.layer());
        final List<FilterPairRow> labelled = rows.stream().filter(row -> row.detector() && row.otherDetector()).toList();
        layers.add(new LayerPairRow(before.name(), after.name(), first.layer(), second.layer(), first.peaks().pictures(), layer.channels(),
                other.channels(), match.cka(), match.ckaNull(), match.svcca(), match.rsa(), match.matched(), match.correlation(),
                match.correlationNull(), match.half(),
                same ? share(rows, rows.stream().filter(row -> row.channel() == row.otherChannel()).count()) : Double.NaN, labelled.size(),
                share(labelled, labelled.stream().filter(row -> row.label().isSameConcept(row.otherLabel())).count()),
                share(labelled, labelled.stream().filter(row -> row.label().category().equals(row.otherLabel().category())).count())));
    }

    private static double share(final List<?> all, final long some) {
        return all.isEmpty() ? Double.NaN : (double) some / all.size();
    }

    private void noteLayers() {
        if (!same) {
            notes.add("%s and %s are of different architectures: their filters are matched by what they respond to, not by number."
                    .formatted(before.name(), after.name()));
            return;
        }
        final Set<String> others = new HashSet<>(before.layers().keySet());
        others.addAll(after.layers().keySet());
        Architecture.common(before, after).forEach(others::remove);
        if (!others.isEmpty()) {
            notes.add("Only one of %s and %s looked into %s.".formatted(before.name(), after.name(),
                    String.join(", ", others.stream().sorted().toList())));
        }
    }

    private void noteConceptSets() throws InvalidReportException {
        final Set<String> sets = conceptSets(before);
        final Set<String> others = conceptSets(after);
        if (before.hasLabels() && after.hasLabels() && !sets.equals(others)) {
            notes.add("The labels of %s come from the concept sets %s, those of %s from %s: some may have changed for that alone.".formatted(
                    before.name(), String.join(", ", sets), after.name(), String.join(", ", others)));
        }
    }

    private static Set<String> conceptSets(final Side side) throws InvalidReportException {
        final Set<String> sets = new TreeSet<>();
        for (final String layer : side.layers().keySet()) {
            sets.addAll(side.report().conceptSets(layer));
        }
        return sets;
    }

    private void noteOtherTraining() {
        for (final LayerPairRow row : layers) {
            if (row.sameNumber() < SAME_TRAINING) {
                notes.add(("%s: only %.0f %% of the filters of %s find their match under the same number in %s; these seem to be separate trainings, "
                        + "where numbers and events say little.").formatted(row.layer(), 100 * row.sameNumber(), before.name(), after.name()));
            }
        }
    }

    List<EventRow> events() {
        return events;
    }

    /** First the filters of the same number, then the matched ones. */
    List<FilterPairRow> filters() {
        return filters;
    }

    List<LayerPairRow> layers() {
        return layers;
    }

    List<TransitionRow> transitions() {
        return transitions;
    }

    List<String> notes() {
        return notes;
    }
}
