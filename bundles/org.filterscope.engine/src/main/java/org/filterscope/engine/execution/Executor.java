package org.filterscope.engine.execution;

import java.util.Map;

import org.filterscope.engine.graph.NetworkGraph;

/** Something that can run networks: ND4J's operations; others may follow. */
public interface Executor {
    /** The {@link #device()} that every machine has. */
    String CPU = "cpu";

    /** As written in the report: {@code nd4j}. */
    String name();

    /** What it computes on, as written in the report: {@link #CPU}, or {@code cuda: } and the name of a GPU. */
    String device();

    /** Names and versions of the software that computes. */
    Map<String, String> software();

    /** Loads a network. */
    NetworkSession open(NetworkGraph graph);
}
