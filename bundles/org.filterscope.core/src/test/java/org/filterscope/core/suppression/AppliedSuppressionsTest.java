package org.filterscope.core.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscope.core.finding.HandmadeFindings.finding;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.junit.jupiter.api.Test;

class AppliedSuppressionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Finding DEAD = finding("aa", FindingKind.DEAD_FILTERS, 0, "f1", "f2");
    private static final Finding TWINS = finding("bb", FindingKind.DUPLICATE_FILTERS, 0, "f1", "f2");
    private static final Finding CONFUSION = finding("cc", FindingKind.CLASS_CONFUSION, 0.5);
    private static final Finding WEIGHTLESS = finding("dd", FindingKind.DEAD_FILTERS, 0, "", "");
    private static final Findings FINDINGS = new Findings(List.of(DEAD, TWINS, CONFUSION, WEIGHTLESS), List.of());

    private static AppliedSuppressions applied(final Suppression... suppressions) {
        return AppliedSuppressions.of(List.of(suppressions), Path.of("a.suppressions.csv"), FINDINGS, TODAY);
    }

    private static Suppression byId(final String id, final LocalDate expires) {
        return new Suppression(id, Optional.empty(), "", "known", Optional.ofNullable(expires), "", "", 2);
    }

    private static Suppression byFilter(final FindingKind kind, final String fingerprint) {
        return Suppression.of(kind, fingerprint, "spare", Optional.empty(), "", "");
    }

    @Test
    void anIdSuppressesItsFindingAlone() {
        final AppliedSuppressions applied = applied(byId("cc", null));
        assertThat(applied.suppressed(FINDINGS)).containsExactly(CONFUSION);
        assertThat(applied.open(FINDINGS)).containsExactlyInAnyOrder(DEAD, TWINS, WEIGHTLESS);
        assertThat(applied.notes()).isEmpty();
    }

    @Test
    void filtersSuppressAFindingOfTheirKindWhenAllOfThemAreNamed() {
        final Suppression first = byFilter(FindingKind.DEAD_FILTERS, "f1");
        assertThat(applied(first).byFinding()).isEmpty();
        assertThat(applied(first).notes()).singleElement().asString()
                .isEqualTo("a.suppressions.csv:0: the suppression of dead-filters of filter f1 suppresses nothing in this report");
        final AppliedSuppressions both = applied(first, byFilter(FindingKind.DEAD_FILTERS, "f2"));
        assertThat(both.suppressed(FINDINGS)).containsExactly(DEAD);
        assertThat(both.notes()).isEmpty();
        assertThat(applied(first, byFilter(FindingKind.DUPLICATE_FILTERS, "f2")).byFinding()).isEmpty();
    }

    @Test
    void allSuppressionsOfAFindingAreKnownSoThatTheyCanBeLifted() {
        final Suppression id = byId("aa", null);
        final Suppression first = byFilter(FindingKind.DEAD_FILTERS, "f1");
        final Suppression second = byFilter(FindingKind.DEAD_FILTERS, "f2");
        assertThat(applied(first, id, second).reasons(DEAD)).containsExactly(id, first, second);
        assertThat(applied(first, id).reasons(DEAD)).containsExactly(id);
        assertThat(applied(id).reasons(TWINS)).isEmpty();
        assertThat(applied(id).of(DEAD)).contains(id);
    }

    @Test
    void aFindingWithoutFiltersOrFingerprintsIsSuppressedByItsIdOnly() {
        assertThat(applied(byFilter(FindingKind.CLASS_CONFUSION, "f1"), byFilter(FindingKind.DEAD_FILTERS, "")).byFinding()).isEmpty();
    }

    @Test
    void aSuppressionHoldsOnItsLastDayAndNoLonger() {
        assertThat(applied(byId("cc", TODAY)).byFinding()).containsKey("cc");
        final AppliedSuppressions expired = applied(byId("cc", TODAY.minusDays(1)));
        assertThat(expired.byFinding()).isEmpty();
        assertThat(expired.notes())
                .containsExactly("a.suppressions.csv:2: the suppression of finding cc has expired on 2026-11-20 and does not count");
    }

    @Test
    void aSuppressionThatSuppressesNothingIsTold() {
        assertThat(applied(byId("zz", null)).notes())
                .containsExactly("a.suppressions.csv:2: the suppression of finding zz suppresses nothing in this report");
    }
}
