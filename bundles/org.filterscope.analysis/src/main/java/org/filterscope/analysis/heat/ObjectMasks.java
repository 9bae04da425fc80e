package org.filterscope.analysis.heat;

import java.util.List;
import java.util.Optional;

import org.filterscope.analysis.attribution.EvidenceMask;
import org.filterscope.analysis.concepts.Concept;
import org.filterscope.analysis.concepts.ConceptSet;
import org.filterscope.analysis.concepts.NamedObject;
import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.graph.Shape;

/** Finds the objects of classes in masks: of each class the concept with its name. */
public final class ObjectMasks {
    private final List<ConceptSet> sets;
    private final Shape input;
    /** By class: number among the concepts of all sets; negative for none. */
    private final int[] objects;

    /**
     * @param sets   of the same pictures
     * @param labels of the network's outputs
     * @param input  of the network
     */
    public ObjectMasks(final List<ConceptSet> sets, final List<String> labels, final Shape input) {
        this.sets = List.copyOf(sets);
        this.input = input;
        final List<Concept> concepts = sets.stream().flatMap(set -> set.concepts().stream()).toList();
        objects = labels.stream().mapToInt(label -> NamedObject.among(concepts, label)).toArray();
    }

    /** Whether a class has an object. */
    public boolean knows(final int label) {
        return label >= 0 && objects[label] >= 0;
    }

    /**
     * Where the object of a class is on a picture; empty when the class has none, or the picture does not show it.
     *
     * @param picture index in the sets
     * @param label   negative when the class is not known
     * @throws InvalidInputException when a mask cannot be read
     */
    public Optional<ObjectPlace> of(final int picture, final int label) throws InvalidInputException {
        if (!knows(label)) {
            return Optional.empty();
        }
        int concept = objects[label];
        int set = 0;
        while (concept >= sets.get(set).concepts().size()) {
            concept -= sets.get(set).concepts().size();
            set++;
        }
        final short[] labels = sets.get(set).labels(picture);
        final boolean[] inside = new boolean[labels.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = labels[i] == concept;
        }
        return ObjectPlace.of(new EvidenceMask(input.rows(), input.cols(), inside));
    }
}
