package org.filterscope.analysis.run;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a diagnosis did.
 *
 * @param report   the report's directory
 * @param pictures shown to the network
 * @param layers   looked into
 * @param filters  of these layers together
 * @param took     wall-clock time
 */
public record DiagnosisSummary(Path report, int pictures, int layers, int filters, Duration took) {

    /** One line for a person. */
    public String text() {
        return "%d filters of %d %s over %d %s in %.1f s".formatted(filters, layers, layers == 1 ? "layer" : "layers", pictures,
                pictures == 1 ? "picture" : "pictures", took.toMillis() / 1000.0);
    }
}
