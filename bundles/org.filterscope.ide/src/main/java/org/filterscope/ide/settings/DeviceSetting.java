package org.filterscope.ide.settings;

import java.util.Arrays;

/** What is to be computed on, as the worker's option {@code --device} has it. */
public enum DeviceSetting {
    /** What every machine has. */
    CPU("cpu"),
    /** A GPU where one can be used, else the CPU. */
    AUTO("auto"),
    /** A GPU of NVIDIA's, or nothing. */
    CUDA("cuda");

    private final String key;

    DeviceSetting(final String key) {
        this.key = key;
    }

    /** Its name in preference files and on the worker's command line. */
    public String key() {
        return key;
    }

    /** @return {@link #CPU} for a name that nobody knows */
    public static DeviceSetting of(final String key) {
        return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst().orElse(CPU);
    }
}
