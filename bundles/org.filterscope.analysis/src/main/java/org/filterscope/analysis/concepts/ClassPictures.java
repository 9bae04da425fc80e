package org.filterscope.analysis.concepts;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;

/** Classes as concepts: every pixel of a picture shows the picture's class; of a picture without a class, nothing. */
public final class ClassPictures implements ConceptSet {
    /** The set's name. */
    public static final String NAME = "classes";
    /** Of all its concepts: what a whole picture shows is a scene. */
    public static final String CATEGORY = "scene";

    private final List<Concept> concepts;
    private final List<PictureFile> pictures;
    private final Map<String, Integer> classes = new HashMap<>();
    private final int pixels;

    /** @param input the network's input */
    public ClassPictures(final PictureFolder folder, final Shape input) {
        concepts = folder.classes().stream().map(name -> new Concept(name, CATEGORY)).toList();
        pictures = folder.pictures();
        folder.classes().forEach(name -> classes.put(name, classes.size()));
        pixels = input.rows() * input.cols();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Concept> concepts() {
        return concepts;
    }

    @Override
    public List<PictureFile> pictures() {
        return pictures;
    }

    @Override
    public short[] labels(final int picture) {
        final short[] labels = new short[pixels];
        Arrays.fill(labels, classes.getOrDefault(pictures.get(picture).label(), (int) NONE).shortValue());
        return labels;
    }
}
