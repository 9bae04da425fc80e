package org.filterscope.analysis.flaws;

import java.util.List;

import org.filterscope.analysis.classes.ClassHead;
import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.concepts.ConceptSet;
import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.engine.execution.NetworkSession;

/**
 * What searches for flaws may look at.
 *
 * @param session     for one thread
 * @param labels      of the network's outputs
 * @param classes     of the pictures; an output and a class belong together when they have the same name
 * @param paths       of the pictures below their folder
 * @param inputs      the pictures once more
 * @param predictions of the pictures
 * @param layers      in the order of the network, the lowest first
 * @param masks       of these pictures, pixel by pixel; empty without any
 * @param graphs      of the kinds of object, open; empty where none were mined
 * @param seed        of everything that is drawn by lot
 */
public record FlawEvidence(NetworkSession session, List<String> labels, PictureClasses classes, List<String> paths, PictureInputs inputs,
        Predictions predictions, List<FlawLayer> layers, List<ConceptSet> masks, List<GraphFile> graphs, long seed) {

    public FlawEvidence {
        labels = List.copyOf(labels);
        paths = List.copyOf(paths);
        layers = List.copyOf(layers);
        masks = List.copyOf(masks);
        graphs = List.copyOf(graphs);
    }

    /** Without graphs. */
    public FlawEvidence(final NetworkSession session, final List<String> labels, final PictureClasses classes, final List<String> paths,
            final PictureInputs inputs, final Predictions predictions, final List<FlawLayer> layers, final List<ConceptSet> masks, final long seed) {
        this(session, labels, classes, paths, inputs, predictions, layers, masks, List.of(), seed);
    }

    /** The same with graphs. */
    public FlawEvidence with(final List<GraphFile> mined) {
        return new FlawEvidence(session, labels, classes, paths, inputs, predictions, layers, masks, mined, seed);
    }

    public int pictures() {
        return paths.size();
    }

    /** Whether what the network says depends on a layer. */
    boolean decides(final FlawLayer layer) {
        return new LayersAbove(session.graph(), layer.name()).reachLogits();
    }

    /** What lies above a layer. */
    public ClassHead head(final FlawLayer layer) {
        return new ClassHead(session.graph(), layer.name(), labels, classes);
    }

    /** Index of the output that stands for the picture's class; negative when there is none. */
    public int truth(final int picture) {
        final int label = classes.indices()[picture];
        return label < 0 ? -1 : labels.indexOf(classes.names().get(label));
    }
}
