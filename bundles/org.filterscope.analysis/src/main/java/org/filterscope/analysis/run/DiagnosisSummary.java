package org.filterscope.analysis.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a diagnosis did.
 *
 * @param report   the report's directory
 * @param pictures shown to the network
 * @param layers   looked into
 * @param filters  of these layers together
 * @param took     wall-clock time
 * @param predictions how often the network is right and what it takes for what, in lines for a person; empty when folders are no classes
 */
public record DiagnosisSummary(Path report, int pictures, int layers, int filters, Duration took, List<String> predictions) {

    public DiagnosisSummary {
        predictions = List.copyOf(predictions);
    }

    /** One line for a person. */
    public String text() {
        return "%d filters of %d %s over %d %s in %.1f s".formatted(filters, layers, layers == 1 ? "layer" : "layers", pictures,
                pictures == 1 ? "picture" : "pictures", took.toMillis() / 1000.0);
    }
}
