package org.filterscope.engine.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;


import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.Trial;
import org.junit.jupiter.api.Test;

class TrialTest {

    @Test
    void theCpuGetsThroughTheTrial() throws Exception {
        final Executor executor = OnnxRuntimeExecutor.load(1);
        assertThat(executor.device()).isEqualTo("cpu");
        Trial.run(executor);
    }
}
