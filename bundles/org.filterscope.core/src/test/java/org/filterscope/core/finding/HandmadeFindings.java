package org.filterscope.core.finding;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Findings whose every word the test knows. */
public final class HandmadeFindings {

    private HandmadeFindings() {
    }

    /** About filters 0, 1, … of 'concept' with the fingerprints that are given. */
    public static Finding finding(final String id, final FindingKind kind, final double harm, final String... fingerprints) {
        final List<SuspectFilter> filters = IntStream.range(0, fingerprints.length)
                .mapToObj(i -> new SuspectFilter("concept", i, fingerprints[i], 0)).toList();
        return new Finding(id, kind, harm, 1, filters, List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of(), "finding " + id);
    }

    /** With everything that a finding can have; its text, class, concept, layer and picture are all called as given. */
    public static Finding full(final String id, final String name) {
        return new Finding(id, FindingKind.CLASS_CONFUSION, 0.5, 0.99, List.of(new SuspectFilter(name, 0, "aa", 0.75)), List.of(name),
                List.of(name, "road"),
                List.of(Measure.between("share of rivers", 0.4, 0.3, 0.5), Measure.exact("pictures", 20)),
                List.of(new Exhibit(name, Exhibit.Role.EVIDENCE, name, "road"), new Exhibit("road/1.png", Exhibit.Role.COUNTEREXAMPLE, "road",
                        "road")),
                Optional.of(new Effect("filter 0 of '" + name + "' set to 0", 20, List.of(new Effect.ClassEffect(name, 10, 0.5, 0.75)))),
                List.of(new Fix(Fix.Kind.REPAIR, List.of(name), "Fit the last layer anew for " + name)), "takes " + name + " for road");
    }

    /** All kinds looked for but those that are named. */
    public static List<Search> searches(final FindingKind... missed) {
        return IntStream.range(0, FindingKind.values().length).mapToObj(i -> FindingKind.values()[i])
                .map(kind -> List.of(missed).contains(kind) ? new Search(kind, 0, "needs masks") : new Search(kind, 7, "7 of them")).toList();
    }
}
