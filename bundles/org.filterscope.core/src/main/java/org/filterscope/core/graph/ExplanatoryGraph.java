package org.filterscope.core.graph;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The part patterns of one kind of object, layer by layer, and where they were found on pictures. Patterns are numbered through all layers, top
 * layer first, within a layer by filter; so are the edges, by pattern, best first. For use by any number of threads.
 */
public interface ExplanatoryGraph extends Closeable {

    GraphHeading heading();

    /** How many in all layers. */
    int patterns();

    /** How many in all layers. */
    int edges();

    GraphPattern pattern(int number);

    /** Edges to the layer above, best first; none in the top layer. */
    List<GraphEdge> parents(int pattern);

    /** Edges from the layer below, in the order of its patterns. */
    List<GraphEdge> children(int pattern);

    /** The scores that the graph has of its patterns, in their order. */
    List<PatternScore> scores();

    /** Not a number where it is not defined; @throws IllegalArgumentException when the graph does not have that score */
    float score(PatternScore score, int pattern);

    /** The landmark that the pattern follows best, among those of {@link GraphHeading#parts()}; empty when it follows none. */
    Optional<String> part(int pattern);

    /** All patterns on a picture: arrays by pattern. */
    Places onPicture(int picture) throws IOException;

    /** A pattern on all pictures: arrays by picture. */
    Places ofPattern(int pattern) throws IOException;

    /** What the pattern looks like on average; empty when the graph holds no patches. */
    Optional<AveragePatch> patch(int pattern) throws IOException;
}
