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
 * @param resumed  pictures that an earlier run had shown already
 * @param findings what was seen, in lines for a person; empty when folders are no classes and nothing else is worth a line
 */
public record DiagnosisSummary(Path report, int pictures, int layers, int filters, Duration took, int resumed,
        List<String> findings) {

    public DiagnosisSummary {
        findings = List.copyOf(findings);
    }

    /** One line for a person. */
    public String text() {
        return "%d filters of %d %s over %d %s in %.1f s".formatted(filters, layers, layers == 1 ? "layer" : "layers", pictures,
                pictures == 1 ? "picture" : "pictures", took.toMillis() / 1000.0);
    }
}
