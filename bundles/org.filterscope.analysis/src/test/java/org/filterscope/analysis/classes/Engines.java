package org.filterscope.analysis.classes;

import java.util.List;

import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;

/** All that this machine can run networks with. */
public final class Engines {

    private Engines() {
    }

    public static List<Executor> all() throws Exception {
        return List.of(Nd4jExecutor.load(), OnnxRuntimeExecutor.load(1));
    }
}
