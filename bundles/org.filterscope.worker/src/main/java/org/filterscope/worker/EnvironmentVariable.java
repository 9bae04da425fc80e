package org.filterscope.worker;

/** A variable of the environment that the command line reads: here, or in the launcher before it. */
enum EnvironmentVariable {
    JAVA_HOME(false, "a Java 21 or newer to start with; else the one on PATH"),
    FILTERSCOPE_HEAP(false, "Java's heap, like 2g or 1500m; 1g by default, or a third of FILTERSCOPE_MEMORY where that is below 3g"),
    FILTERSCOPE_MEMORY(true, "how much memory to take at most, Java's heap among it, like 2g or 1500m; by default four fifths of what there is"),
    FILTERSCOPE_CACHE(true, "where native libraries are unpacked, once; by default the folder filterscope in XDG_CACHE_HOME, or in ~/.cache"),
    FILTERSCOPE_CUDA(true, "a folder with ONNX Runtime's libraries for GPUs of NVIDIA's"),
    OMP_NUM_THREADS(true, "how many processors to compute with; by default all");

    private final boolean computing;
    private final String text;

    EnvironmentVariable(final boolean computing, final String text) {
        this.computing = computing;
        this.text = text;
    }

    /** Whether only commands that run networks look at it. */
    boolean computing() {
        return computing;
    }

    String text() {
        return text;
    }
}
