package org.filterscope.ui.report;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DissectionSettings;
import org.filterscope.core.configuration.DissectionSettings.Upsampling;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.ThumbnailRow;
import org.filterscope.ui.pictures.InputShape;

/**
 * What the views need of a report whichever layer they show.
 *
 * @param layers     the layers looked into, the deepest first; at least one
 * @param thumbnails empty when the report has none
 */
public record LoadedReport(Report report, InputShape input, List<LayerRow> layers, List<ThumbnailRow> thumbnails) {

    public static LoadedReport read(final Report report) throws InvalidReportException {
        final List<String> names = report.manifest().layers();
        final List<LayerRow> layers = report.layers().stream().filter(layer -> names.contains(layer.layer())).toList().reversed();
        if (layers.isEmpty() || layers.size() < names.size()) {
            throw new InvalidReportException(NLS.bind(Messages.LoadedReport_layersMissing, report.files().layers()));
        }
        final List<ThumbnailRow> thumbnails = Files.exists(report.files().thumbnails()) ? report.thumbnails() : List.of();
        return new LoadedReport(report, InputShape.of(report), layers, thumbnails);
    }

    /** How dissection brought maps to the input's size: as the manifest has it, else as the configuration, else as it is by default. */
    public Upsampling upsampling() {
        final Map<String, String> settings = report.manifest().settings();
        final String word = settings == null ? null : settings.get("dissection.upsampling");
        return Stream.of(Upsampling.values()).filter(rule -> rule.name().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                .orElseGet(this::configured);
    }

    private Upsampling configured() {
        if (report.manifest().configuration() == null) {
            return DissectionSettings.DEFAULT.upsampling();
        }
        try {
            return ConfigurationReader.dissection(report.files().manifest(), report.manifest().configuration()).upsampling();
        } catch (final InvalidConfigurationException e) {
            // Written by hand or by another version: what the report says of itself is told all the same.
            return DissectionSettings.DEFAULT.upsampling();
        }
    }

    /** The layer of that name, or else the deepest. */
    public LayerRow layer(final String name) {
        return Stream.concat(layers.stream().filter(layer -> layer.layer().equals(name)), layers.stream()).findFirst().orElseThrow();
    }
}
