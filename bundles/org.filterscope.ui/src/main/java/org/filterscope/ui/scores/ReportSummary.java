package org.filterscope.ui.scores;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.Manifest;

/** A report and a layer in a few words each. */
final class ReportSummary {

    private ReportSummary() {
    }

    /** The model, how many pictures it was shown, and when; whether the run goes on. */
    static String report(final Manifest manifest) {
        return NLS.bind(manifest.isComplete() ? Messages.ReportSummary_report : Messages.ReportSummary_partialReport,
                new Object[] {fileName(manifest.model().file()), manifest.data().pictures(), when(manifest.times().started())});
    }

    /** The layer's shape, and how it lies on the input. */
    static String layer(final LayerRow layer) {
        return NLS.bind(Messages.ReportSummary_layer, new Object[] {layer.rows(), layer.cols(),
                pair(layer.vertical().stride(), layer.horizontal().stride()), field(layer.vertical(), layer.horizontal())});
    }

    private static String pair(final double vertical, final double horizontal) {
        return vertical == horizontal ? FieldRow.text(vertical)
                : NLS.bind(Messages.ReportSummary_pair, FieldRow.text(vertical), FieldRow.text(horizontal));
    }

    private static String field(final FieldRow vertical, final FieldRow horizontal) {
        return NLS.bind(Messages.ReportSummary_pair, FieldRow.text(vertical.size()), FieldRow.text(horizontal.size()));
    }

    private static String fileName(final String file) {
        try {
            return String.valueOf(Path.of(file).getFileName());
        } catch (final InvalidPathException e) {
            // Written on another system.
            return file;
        }
    }

    private static String when(final String started) {
        try {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withZone(ZoneId.systemDefault())
                    .format(Instant.parse(started));
        } catch (final DateTimeException e) {
            return started;
        }
    }
}
