package org.filterscope.engine.device;

/**
 * A graphics processor of NVIDIA's.
 *
 * @param name       {@code NVIDIA H100 80GB HBM3}
 * @param capability what machine code it runs
 * @param driver     version of NVIDIA's driver: {@code 550.54.15}
 * @param memory     in MiB; 0 where the driver does not tell, as for GPUs that share the computer's
 * @param uuid       {@code GPU-} and a number that no other has
 */
public record Gpu(String name, ComputeCapability capability, String driver, long memory, String uuid) {

    /** The first number of the driver's version; 0 when it is none. */
    int driverSeries() {
        final String series = driver.split("\\.", 2)[0];
        return series.matches("\\d{1,6}") ? Integer.parseInt(series) : 0;
    }

    /** {@code NVIDIA H100 80GB HBM3 (compute capability 9.0, 81559 MiB, driver 550.54.15)}. */
    public String text() {
        return "%s (compute capability %s,%s driver %s)".formatted(name, capability, memory == 0 ? "" : " %d MiB,".formatted(memory), driver);
    }
}
