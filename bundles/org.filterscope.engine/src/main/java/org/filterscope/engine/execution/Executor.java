package org.filterscope.engine.execution;

import java.util.Map;

import org.filterscope.engine.graph.NetworkGraph;

/** Something that can run networks: ND4J's operations; others may follow. */
public interface Executor {

    /** As written in the report: {@code nd4j}. */
    String name();

    /** Names and versions of the software that computes. */
    Map<String, String> software();

    /** Loads a network. */
    NetworkSession open(NetworkGraph graph);
}
