package org.filterscope.analysis.flaws;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import org.filterscope.analysis.concepts.Concept;
import org.filterscope.analysis.concepts.ConceptSet;
import org.filterscope.engine.picture.PictureFile;

/**
 * Masks of pictures in memory.
 *
 * @param masks by picture, {@code [row * cols + col]}: number of the concept; −1 for none
 */
record HandMadeMasks(String name, List<Concept> concepts, List<short[]> masks) implements ConceptSet {

    @Override
    public List<PictureFile> pictures() {
        return Collections.nCopies(masks.size(), new PictureFile("none.png", Path.of("none"), ""));
    }

    @Override
    public short[] labels(final int picture) {
        return masks.get(picture);
    }

    /** The same evidence with masks. */
    static FlawEvidence with(final FlawEvidence all, final ConceptSet... masks) {
        return new FlawEvidence(all.session(), all.labels(), all.classes(), all.paths(), all.inputs(), all.predictions(), all.layers(),
                List.of(masks), all.seed());
    }
}
