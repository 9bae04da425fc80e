package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.PictureBootstrap.Interval;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.progress.Progress;

/** Puts together what is to be said of a class that a change too small to see takes away. */
final class FragileFinding {
    private final FlawEvidence evidence;
    private final FragileClass fragile;
    private final SmallChange change;
    private final String name;

    FragileFinding(final FlawEvidence evidence, final FragileClass fragile, final SmallChange change) {
        this.evidence = evidence;
        this.fragile = fragile;
        this.change = change;
        name = evidence.labels().get(fragile.output());
    }

    /** @param usual share that other classes lose by the weakest change */
    Finding of(final double usual, final double rate, final Optional<LayerProbe> probe, final Progress progress) throws IOException {
        final List<Measure> numbers = new ArrayList<>(List.of(Measure.exact("right pictures of '%s'".formatted(name), fragile.pictures().length)));
        final int[] levels = SmallChange.levels();
        for (int strength = 0; strength < levels.length; strength++) {
            final Interval interval = fragile.interval(strength, evidence.seed());
            numbers.add(Measure.exact("lost by %d of 255 levels".formatted(levels[strength]), fragile.turned(strength)));
            numbers.add(Measure.exact("lost by %d of 255 levels at random".formatted(levels[strength]), fragile.turnedByNoise(strength)));
            numbers.add(Measure.between("share lost by %d of 255 levels, less that at random".formatted(levels[strength]), fragile.share(strength),
                    interval.low(), interval.high()));
        }
        numbers.add(Measure.exact("median share that other classes lose by one level", usual));
        final List<SuspectFilter> suspects = new ArrayList<>();
        final String clause = probe.isPresent() ? name(probe.get(), suspects, numbers, progress) : "";
        final Fix fix = new Fix(Fix.Kind.COLLECT, List.of(name),
                "Train on with pictures that are changed like this, or with noise, blur and other brightness.");
        return new Finding(FindingId.of(FindingKind.FRAGILE_FILTERS, List.of(name)), FindingKind.FRAGILE_FILTERS, fragile.share(0) - usual, 1 - rate,
                suspects, List.of(), List.of(name), numbers, exhibits(), Optional.empty(), List.of(fix),
                "loses '%s' by a change that nobody sees: %d of %d right pictures with one of 255 levels, %d with noise as strong%s".formatted(name,
                        fragile.turned(0), fragile.pictures().length, fragile.turnedByNoise(0), clause));
    }

    private String name(final LayerProbe probe, final List<SuspectFilter> suspects, final List<Measure> numbers, final Progress progress)
            throws IOException {
        final int[] lost = fragile.lost();
        final int[] pictures = IntStream.of(lost).map(i -> fragile.pictures()[i]).toArray();
        final int[] wrong = IntStream.of(lost).map(i -> fragile.changed().attacked()[0][i]).toArray();
        final String layer = probe.layer().name();
        final EvidenceShares shares = new EvidenceShares(change.carried(pictures, fragile.output(), wrong, layer, progress));
        numbers.add(Measure.exact("filters of '%s' that carry half".formatted(layer), shares.half()));
        final int[] named = shares.named();
        if (named.length == 0) {
            return "; no filter of '%s' carries a tenth of it, %d carry half".formatted(layer, shares.half());
        }
        final List<Interval> intervals = shares.intervals(named, evidence.seed());
        for (int i = 0; i < named.length; i++) {
            suspects.add(probe.layer().suspect(named[i], shares.share(named[i])));
            numbers.add(Measure.between("share of filter %d of '%s'".formatted(named[i], layer), shares.share(named[i]), intervals.get(i).low(),
                    intervals.get(i).high()));
        }
        return "; %s of '%s' carr%s %s of it".formatted(FlawText.filters(named), layer, named.length == 1 ? "ies" : "y",
                FlawText.list(IntStream.of(named).mapToObj(channel -> FlawText.percent(shares.share(channel))).toList()));
    }

    private List<Exhibit> exhibits() {
        final int[] lost = IntStream.of(fragile.lost()).map(i -> fragile.pictures()[i]).sorted().toArray();
        final int[] tried = fragile.pictures().clone();
        Arrays.sort(tried);
        final FlawExhibits exhibits = new FlawExhibits(evidence);
        final List<Exhibit> shown = new ArrayList<>(exhibits.surest(Exhibit.Role.EVIDENCE, picture -> Arrays.binarySearch(lost, picture) >= 0));
        shown.addAll(exhibits.surest(Exhibit.Role.COUNTEREXAMPLE,
                picture -> Arrays.binarySearch(tried, picture) >= 0 && Arrays.binarySearch(lost, picture) < 0));
        return shown;
    }
}
