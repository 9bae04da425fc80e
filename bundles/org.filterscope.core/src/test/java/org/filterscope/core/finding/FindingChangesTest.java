package org.filterscope.core.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.filterscope.core.finding.HandmadeFindings.finding;

import java.util.List;

import org.filterscope.core.finding.FindingChange.Fate;
import org.junit.jupiter.api.Test;

class FindingChangesTest {
    private static final FindingKind CONFUSION = FindingKind.CLASS_CONFUSION;

    @Test
    void aFindingIsKnownAgainByItsIdAndToldByItsHarm() {
        final FindingChanges changes = changes(
                List.of(finding("gone", CONFUSION, 0.9), finding("weaker", CONFUSION, 0.8), finding("same", CONFUSION, 0.5),
                        finding("stronger", CONFUSION, 0.05)),
                List.of(finding("weaker", CONFUSION, 0.79), finding("same", CONFUSION, 0.5), finding("stronger", CONFUSION, 0.3),
                        finding("new", CONFUSION, 0.2)));
        assertThat(changes.changes()).extracting(change -> change.finding().id(), FindingChange::fate).containsExactly(
                tuple("gone", Fate.GONE), tuple("weaker", Fate.WEAKER),
                tuple("same", Fate.UNCHANGED), tuple("stronger", Fate.STRONGER),
                tuple("new", Fate.NEW));
        assertThat(changes.with(Fate.STRONGER).getFirst().severity()).isEqualTo(Severity.HIGH);
        assertThat(changes.appeared()).extracting(Finding::id).containsExactly("new");
    }

    /** 0.3 and 0.304 are both told as 0.30. */
    @Test
    void harmsThatAreToldAlikeAreAlike() {
        assertThat(fate(0.3, 0.304)).isEqualTo(Fate.UNCHANGED);
        assertThat(fate(0.3, 0.296)).isEqualTo(Fate.UNCHANGED);
        assertThat(fate(0.3, 0.306)).isEqualTo(Fate.STRONGER);
        assertThat(fate(0.3, 0.294)).isEqualTo(Fate.WEAKER);
    }

    /** The text tells numbers, which change: two findings with one text and two names are two claims. */
    @Test
    void neitherKindNorFiltersNorTextMakeTwoClaimsOne() {
        final FindingChanges changes = changes(List.of(finding("one", FindingKind.DEAD_FILTERS, 0, "aa", "bb")),
                List.of(finding("other", FindingKind.DEAD_FILTERS, 0, "aa", "bb")));
        assertThat(changes.with(Fate.GONE)).extracting(Finding::id).containsExactly("one");
        assertThat(changes.with(Fate.NEW)).extracting(Finding::id).containsExactly("other");
    }

    @Test
    void whatCouldNotBeLookedForIsNeitherGoneNorNew() {
        final Findings found = new Findings(List.of(finding("labels", FindingKind.SUSPICIOUS_LABELS, 0.1), finding("pair", CONFUSION, 0.5)),
                HandmadeFindings.searches());
        final Findings blind = new Findings(List.of(), HandmadeFindings.searches(FindingKind.SUSPICIOUS_LABELS));
        final FindingChanges lost = FindingChanges.of(found, blind);
        assertThat(lost.with(Fate.GONE)).extracting(Finding::id).containsExactly("pair");
        assertThat(lost.with(Fate.UNKNOWN)).extracting(Finding::id).containsExactly("labels");
        assertThat(lost.changes().getLast().note()).isEqualTo("needs masks");
        final FindingChanges seen = FindingChanges.of(blind, found);
        assertThat(seen.with(Fate.NEW)).extracting(Finding::id).containsExactly("pair");
        assertThat(seen.with(Fate.UNKNOWN)).extracting(Finding::id).containsExactly("labels");
        assertThat(seen.appeared()).extracting(Finding::id).containsExactly("pair", "labels");
    }

    /** One of several searches for a kind is enough. */
    @Test
    void aKindWasLookedForWhenOneOfItsSearchesTestedSomething() {
        final Search idle = new Search(CONFUSION, 0, "needs class folders");
        assertThat(new Findings(List.of(), List.of(idle)).missed(CONFUSION)).contains(idle);
        assertThat(new Findings(List.of(), List.of(idle, new Search(CONFUSION, 3, "3 pairs"))).missed(CONFUSION)).isEmpty();
        assertThat(new Findings(List.of(), List.of()).missed(CONFUSION)).isEmpty();
    }

    private static Fate fate(final double before, final double after) {
        return changes(List.of(finding("a", CONFUSION, before)), List.of(finding("a", CONFUSION, after))).changes().getFirst().fate();
    }

    private static FindingChanges changes(final List<Finding> before, final List<Finding> after) {
        return FindingChanges.of(new Findings(before, HandmadeFindings.searches()), new Findings(after, HandmadeFindings.searches()));
    }
}
