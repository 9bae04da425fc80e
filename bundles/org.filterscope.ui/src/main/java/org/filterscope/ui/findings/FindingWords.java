package org.filterscope.ui.findings;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.finding.Effect;
import org.filterscope.core.finding.Effect.ClassEffect;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.Search;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.suppression.Suppression;
import org.filterscope.ui.display.Bar;
import org.filterscope.ui.display.Decimals;
import org.filterscope.ui.display.FactTable.Fact;

/** Findings as a person reads them. */
final class FindingWords {

    private FindingWords() {
    }

    static String severity(final Severity severity) {
        return switch (severity) {
            case HIGH -> Messages.FindingWords_high;
            case MEDIUM -> Messages.FindingWords_medium;
            case LOW -> Messages.FindingWords_low;
        };
    }

    static String kind(final FindingKind kind) {
        return switch (kind) {
            case CLASS_CONFUSION -> Messages.FindingWords_classConfusion;
            case CONCEPT_CONFUSION -> Messages.FindingWords_conceptConfusion;
            case MIXED_PATTERNS -> Messages.FindingWords_mixedPatterns;
            case CONTEXT_SHORTCUT -> Messages.FindingWords_contextShortcut;
            case FIXED_PLACE -> Messages.FindingWords_fixedPlace;
            case COLOUR_SHORTCUT -> Messages.FindingWords_colourShortcut;
            case ATTRIBUTE_TIE -> Messages.FindingWords_attributeTie;
            case SUSPICIOUS_LABELS -> Messages.FindingWords_suspiciousLabels;
            case UNKNOWN_UNKNOWNS -> Messages.FindingWords_unknownUnknowns;
            case FRAGILE_FILTERS -> Messages.FindingWords_fragileFilters;
            case DUPLICATE_FILTERS -> Messages.FindingWords_duplicateFilters;
            case DEAD_FILTERS -> Messages.FindingWords_deadFilters;
        };
    }

    /** Harm and confidence in a line. */
    static String weight(final Finding finding) {
        return NLS.bind(Messages.FindingWords_weight,
                new Object[] {severity(finding.severity()), percent(finding.harm()), percent(finding.confidence())});
    }

    /** A row of the list. */
    static Fact fact(final Finding finding, final List<Suppression> suppressions) {
        final String reason = suppressions.isEmpty() ? "" : suppressions.getFirst().reason();
        final Optional<LocalDate> expires = suppressions.stream().findFirst().flatMap(Suppression::expires);
        final Fact fact = Fact.of(List.of(severity(finding.severity()), percent(finding.harm()), kind(finding.kind()), finding.text(), reason,
                expires.map(FindingWords::day).orElse("")), Fact.raw(finding.severity().key(), finding.harm(), finding.kind().key(), finding.text(),
                        reason, expires.map(LocalDate::toString).orElse("")), 1, Bar.of(finding.harm(), 0, 1, Double.NaN));
        return suppressions.isEmpty() ? fact : fact.quieter();
    }

    /** Why a finding does not count, and until when. */
    static String suppression(final Suppression suppression) {
        final String who = suppression.who().isBlank() ? "" : NLS.bind(Messages.FindingWords_by, suppression.who());
        return suppression.expires().map(day -> NLS.bind(Messages.FindingWords_suppressedUntil, new Object[] {day(day), suppression.reason(), who}))
                .orElseGet(() -> NLS.bind(Messages.FindingWords_suppressed, suppression.reason(), who));
    }

    private static String day(final LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).format(day);
    }

    static List<Fact> searches(final Findings findings) {
        return findings.searches().stream().map(search -> new Fact(List.of(kind(search.kind()), count(search), search.note()),
                Fact.raw(search.kind().key(), search.tested(), search.note()))).toList();
    }

    private static String count(final Search search) {
        return NumberFormat.getIntegerInstance().format(search.tested());
    }

    static List<Fact> filters(final Finding finding) {
        return finding.filters().stream().map(filter -> Fact.of(List.of(name(filter), percent(filter.share())),
                Fact.raw(name(filter), filter.share()), 1, Bar.of(filter.share(), 0, 1, Double.NaN))).toList();
    }

    static String name(final SuspectFilter filter) {
        return NLS.bind(Messages.FindingWords_filter, filter.layer(), filter.channel());
    }

    static List<Fact> numbers(final Finding finding) {
        return finding.numbers().stream().map(FindingWords::number).toList();
    }

    private static Fact number(final Measure measure) {
        final boolean exact = measure.interval().isEmpty();
        final String interval = exact ? "" : NLS.bind(Messages.FindingWords_interval, decimal(measure.interval().get(0)), decimal(measure.interval().get(1)));
        return new Fact(List.of(measure.name(), decimal(measure.value()), interval), Fact.raw(measure.name(), measure.value(),
                exact ? "" : measure.interval().get(0) + " " + measure.interval().get(1)));
    }

    static List<Fact> effects(final Effect effect) {
        return effect.classes().stream().map(FindingWords::effect).toList();
    }

    private static Fact effect(final ClassEffect change) {
        return new Fact(List.of(change.className(), NumberFormat.getIntegerInstance().format(change.pictures()), percent(change.before()),
                percent(change.after()), NLS.bind(Messages.FindingWords_points, "%+.1f".formatted(100 * (change.after() - change.before())))),
                Fact.raw(change.className(), change.pictures(), change.before(), change.after(), change.after() - change.before()));
    }

    static String percent(final double share) {
        final NumberFormat percent = NumberFormat.getPercentInstance();
        percent.setMaximumFractionDigits(1);
        return percent.format(share);
    }

    /** Counts stay whole. */
    private static String decimal(final double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? NumberFormat.getIntegerInstance().format(value) : Decimals.text(value);
    }
}
