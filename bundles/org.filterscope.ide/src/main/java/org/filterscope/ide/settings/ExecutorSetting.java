package org.filterscope.ide.settings;

import java.util.Arrays;

/** What is to compute, as the worker's option {@code --executor} has it. */
public enum ExecutorSetting {
    /** ONNX Runtime where this machine has it, else ND4J. */
    AUTO("auto"),
    /** ONNX Runtime. */
    ONNX_RUNTIME("onnxruntime"),
    /** ND4J's operations. */
    ND4J("nd4j");

    private final String key;

    ExecutorSetting(final String key) {
        this.key = key;
    }

    /** Its name in preference files and on the worker's command line. */
    public String key() {
        return key;
    }

    /** @return {@link #AUTO} for a name that nobody knows */
    public static ExecutorSetting of(final String key) {
        return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst().orElse(AUTO);
    }
}
