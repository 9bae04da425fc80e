package org.filterscope.examples.world;

import java.util.List;
import java.util.Set;

import org.filterscope.examples.render.Concepts;

/** A source of pictures with exact truth. Pictures depend on seed, split and index alone; safe to call from any thread. */
public interface World {

    /** For messages and file names. */
    String name();

    long seed();

    /** What is planted. */
    Plants plants();

    /** All classes, in the order of a network's outputs. Every class gets the same share of the pictures, by turns or by lot. */
    List<String> classes();

    Concepts concepts();

    /** The flaws of which this world can show counterfactual pairs. */
    Set<Flaw> pairedFlaws();

    /**
     * @param index at least 0
     * @param size  rows and columns
     */
    WorldPicture picture(Split split, int index, int size);

    /** @throws IllegalArgumentException when the world has no pairs for that flaw */
    CounterfactualPair pair(Flaw flaw, int index, int size);
}
