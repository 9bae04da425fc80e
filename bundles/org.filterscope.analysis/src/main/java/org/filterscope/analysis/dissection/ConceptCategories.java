package org.filterscope.analysis.dissection;

import java.util.List;

import org.filterscope.analysis.concepts.Concept;

/** Numbers the categories of a concept set. */
final class ConceptCategories {
    private final List<String> names;
    private final int[] byConcept;

    ConceptCategories(final List<Concept> concepts) {
        names = concepts.stream().map(Concept::category).distinct().toList();
        byConcept = concepts.stream().mapToInt(concept -> names.indexOf(concept.category())).toArray();
    }

    List<String> names() {
        return names;
    }

    int concepts() {
        return byConcept.length;
    }

    /** The number of a concept's category. */
    int of(final int concept) {
        return byConcept[concept];
    }
}
