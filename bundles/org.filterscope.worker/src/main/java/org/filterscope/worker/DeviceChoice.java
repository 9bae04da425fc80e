package org.filterscope.worker;

import java.util.Locale;

/** What is to be computed on. */
enum DeviceChoice {
    /** What every machine has. */
    CPU,
    /** A GPU where one can be used, else the CPU. */
    AUTO,
    /** A GPU of NVIDIA's, or nothing. */
    CUDA;

    /** As on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
