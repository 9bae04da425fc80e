package org.filterscope.analysis.concepts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.PictureFile;

/** A concept set looked for among more pictures than it knows: of the others it knows nothing, so they carry none of its categories. */
public final class ConceptsAmong implements ConceptSet {
    private final ConceptSet set;
    private final List<PictureFile> pictures;
    private final int[] known;
    private final int pixels;

    /**
     * @param pictures that are looked at; those with the path of one of the set's pictures show what that shows
     * @param input    of the network
     */
    public ConceptsAmong(final ConceptSet set, final List<PictureFile> pictures, final Shape input) {
        this.set = set;
        this.pictures = List.copyOf(pictures);
        pixels = input.rows() * input.cols();
        final Map<String, Integer> indices = new HashMap<>();
        for (int i = 0; i < set.pictures().size(); i++) {
            indices.put(set.pictures().get(i).path(), i);
        }
        known = pictures.stream().mapToInt(picture -> indices.getOrDefault(picture.path(), -1)).toArray();
    }

    /** How many of the pictures the set knows. */
    public int known() {
        return (int) Arrays.stream(known).filter(index -> index >= 0).count();
    }

    @Override
    public String name() {
        return set.name();
    }

    @Override
    public List<Concept> concepts() {
        return set.concepts();
    }

    @Override
    public List<PictureFile> pictures() {
        return pictures;
    }

    @Override
    public short[] labels(final int picture) throws InvalidInputException {
        if (known[picture] >= 0) {
            return set.labels(known[picture]);
        }
        final short[] labels = new short[pixels];
        Arrays.fill(labels, NONE);
        return labels;
    }
}
