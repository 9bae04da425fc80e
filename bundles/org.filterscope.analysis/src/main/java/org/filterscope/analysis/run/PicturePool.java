package org.filterscope.analysis.run;

import java.util.List;

import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.concepts.ConceptSet;
import org.filterscope.engine.picture.PictureFile;

/**
 * Pictures that go through the network together.
 *
 * @param pictures in the order of their paths
 * @param classes  of the pictures
 * @param sets     what is known of them, pixel by pixel; each set of all these pictures
 */
record PicturePool(List<PictureFile> pictures, List<String> classes, List<ConceptSet> sets) {

    PicturePool {
        pictures = List.copyOf(pictures);
        classes = List.copyOf(classes);
        sets = List.copyOf(sets);
    }

    /** The class of each picture. */
    PictureClasses pictureClasses() {
        return new PictureClasses(classes, pictures.stream().mapToInt(picture -> classes.indexOf(picture.label())).toArray());
    }
}
