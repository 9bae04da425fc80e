package org.filterscope.analysis.dissection;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.concepts.Concept;
import org.filterscope.analysis.concepts.ConceptSet;
import org.filterscope.engine.picture.PictureFile;

/**
 * Labels in memory.
 *
 * @param masks by picture {@code [row, col]}
 */
record MemoryConcepts(String name, List<Concept> concepts, List<short[]> masks) implements ConceptSet {
    @Override
    public List<PictureFile> pictures() {
        return IntStream.range(0, masks.size()).mapToObj(i -> new PictureFile("%04d.png".formatted(i), Path.of("none"), "")).toList();
    }

    @Override
    public short[] labels(final int picture) {
        return masks.get(picture).clone();
    }
}
