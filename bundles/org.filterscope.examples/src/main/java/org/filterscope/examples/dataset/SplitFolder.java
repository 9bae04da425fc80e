package org.filterscope.examples.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.render.Concepts;
import org.filterscope.examples.render.ObjectBox;
import org.filterscope.examples.world.FlawTag;
import org.filterscope.examples.world.Landmark;
import org.filterscope.examples.world.WorldPicture;

/** A folder of pictures with their masks and tables. */
final class SplitFolder implements Closeable {
    private final Path folder;
    private final Concepts concepts;
    private final boolean masks;
    private final Table labels;
    private final Table landmarks;
    private final Table boxes;
    private final Table facts;
    private final Table flaws;
    private final Table checksums;

    SplitFolder(final Path folder, final Concepts concepts, final boolean masks) throws IOException {
        this.folder = folder;
        this.concepts = concepts;
        this.masks = masks;
        labels = new Table(folder.resolve("labels.csv"), "picture", "label", "true_label");
        landmarks = new Table(folder.resolve("landmarks.csv"), "picture", "landmark", "row", "col", "visible", "state");
        boxes = new Table(folder.resolve("boxes.csv"), "picture", "instance", "object", "top", "left", "bottom", "right");
        facts = new Table(folder.resolve("facts.csv"), "picture", "fact", "value");
        flaws = new Table(folder.resolve("flaws.csv"), "picture", "flaw", "role", "detail");
        checksums = new Table(folder.resolve("checksums.csv"), "picture", "pixels_sha256");
    }

    /**
     * @param name of the file, without its ending
     * @return the picture's path below the folder of pictures
     */
    String add(final WorldPicture picture, final String name) throws IOException {
        final String path = picture.label() + "/" + name + ".png";
        PngFile.write(folder.resolve("pictures").resolve(path), picture.rendering().image());
        if (masks) {
            for (final ConceptCategory category : ConceptCategory.values()) {
                if (!concepts.names(category).isEmpty()) {
                    PngFile.write(folder.resolve("masks").resolve(category.label()).resolve(path), picture.rendering().labels(category));
                }
            }
        }
        tell(picture, path);
        return path;
    }

    private void tell(final WorldPicture picture, final String path) {
        labels.row(path, picture.label(), picture.trueLabel());
        for (final Landmark landmark : picture.landmarks()) {
            landmarks.row(path, landmark.name(), landmark.row(), landmark.col(), landmark.visible() ? 1 : 0, landmark.state().label());
        }
        final List<String> objects = concepts.names(ConceptCategory.OBJECT);
        for (final ObjectBox box : picture.rendering().boxes()) {
            boxes.row(path, box.instance(), objects.get(box.object() - 1), box.top(), box.left(), box.bottom(), box.right());
        }
        picture.facts().forEach((fact, value) -> facts.row(path, fact, value));
        for (final FlawTag tag : picture.flaws()) {
            flaws.row(path, tag.flaw().id(), tag.role().label(), tag.detail());
        }
        checksums.row(path, PixelChecksum.of(picture.rendering().image()));
    }

    @Override
    public void close() throws IOException {
        try (labels; landmarks; boxes; facts; flaws; checksums) {
            // All are closed, whatever the others say.
        }
    }
}
