package org.filterscope.analysis.concepts;

import java.util.List;
import java.util.stream.IntStream;

/** Which concept is the object that a class is named after. */
public final class NamedObject {
    private static final String OBJECT = "object";

    private NamedObject() {
    }

    /**
     * By name, in any case; among concepts of the same name the object, if one is, else the first.
     *
     * @return index among the concepts; negative where none has the class's name
     */
    public static int among(final List<Concept> concepts, final String label) {
        final int[] named = IntStream.range(0, concepts.size()).filter(i -> concepts.get(i).name().equalsIgnoreCase(label)).toArray();
        return IntStream.of(named).filter(i -> concepts.get(i).category().equals(OBJECT)).findFirst().orElse(named.length > 0 ? named[0] : -1);
    }
}
