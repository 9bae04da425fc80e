package org.filterscope.analysis.concepts;

import java.util.List;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.picture.PictureFile;

/** Pictures of which it is known what each pixel shows. A pixel shows at most one concept of a set. */
public interface ConceptSet {
    /** The label of a pixel that shows none of the concepts. */
    short NONE = -1;

    /** Unique in a run. */
    String name();

    /** In the order of the labels. */
    List<Concept> concepts();

    /** In the order of their paths. */
    List<PictureFile> pictures();

    /**
     * What a picture shows, at the size of the network's input. Safe to call from any thread.
     *
     * @param picture index in {@link #pictures()}
     * @return {@code [row, col]}: index in {@link #concepts()}, or {@link #NONE}; new for every call
     * @throws InvalidInputException when it cannot be read
     */
    short[] labels(int picture) throws InvalidInputException;
}
