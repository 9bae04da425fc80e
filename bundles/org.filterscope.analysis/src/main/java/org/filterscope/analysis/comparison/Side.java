package org.filterscope.analysis.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.core.comparison.ComparedReport;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.NpyReader;
import org.filterscope.core.report.PredictionRow;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.TopRow;

/** One of the reports that are compared: its name, and what has been read of it. */
final class Side {
    private final Report report;
    private final String name;
    private final List<String> pictures;
    private final Map<String, LayerRow> layers = new LinkedHashMap<>();
    private final Map<String, List<FilterRow>> filters = new LinkedHashMap<>();
    private final boolean labels;

    Side(final Report report, final String name) throws InvalidReportException {
        this.report = report;
        this.name = name;
        pictures = report.predictions().stream().map(PredictionRow::picture).toList();
        final Set<String> different = new HashSet<>();
        for (final String picture : pictures) {
            if (!different.add(picture)) {
                throw new InvalidReportException("%s: lists '%s' twice; run the diagnosis again".formatted(report.files().predictions(), picture));
            }
        }
        for (final LayerRow layer : report.layers()) {
            layers.put(layer.layer(), layer);
            final List<FilterRow> rows = report.filters(layer.layer());
            if (rows.size() != layer.channels()) {
                throw new InvalidReportException("%s: has %d filters, %s tells of %d; run the diagnosis again".formatted(
                        report.files().filters(layer.layer()), rows.size(), report.files().layers(), layer.channels()));
            }
            filters.put(layer.layer(), rows);
        }
        labels = filters.values().stream().flatMap(List::stream).anyMatch(filter -> filter.scores().known().contains(Score.LABEL));
    }

    Report report() {
        return report;
    }

    String name() {
        return name;
    }

    /** In the order of the report's arrays. */
    List<String> pictures() {
        return pictures;
    }

    Map<String, LayerRow> layers() {
        return layers;
    }

    /** By channel. */
    List<FilterRow> filters(final String layer) {
        return filters.get(layer);
    }

    boolean hasPeaks() {
        return layers.keySet().stream().allMatch(this::hasPeaks);
    }

    boolean hasPeaks(final String layer) {
        return Files.exists(report.files().peaks(layer)) && Files.exists(report.files().peakPositions(layer));
    }

    /** Whether the layer's filters can be matched with those of another one, and the layers compared. */
    boolean isComparedAsAWhole(final String layer) {
        return hasPeaks(layer) && !isTooWide(layer);
    }

    /** Whether comparing the layer as a whole would take too much memory and time. */
    boolean isTooWide(final String layer) {
        return layers.get(layer).channels() > ComparedLayer.MOST_FILTERS;
    }

    boolean hasLabels() {
        return labels;
    }

    /** The highest values of a layer's maps. To be closed. */
    NpyReader peaks(final String layer) throws InvalidReportException, IOException {
        return checked(layer, new NpyReader(report.files().peaks(layer)));
    }

    /** Where the highest values are. To be closed. */
    NpyReader positions(final String layer) throws InvalidReportException, IOException {
        return checked(layer, new NpyReader(report.files().peakPositions(layer)));
    }

    private NpyReader checked(final String layer, final NpyReader reader) throws InvalidReportException, IOException {
        if (reader.rows() != pictures.size() || reader.columns() != layers.get(layer).channels()) {
            reader.close();
            throw new InvalidReportException("%s: the peaks of %s are %d × %d, expected %d pictures × %d filters; run the diagnosis again"
                    .formatted(report.directory(), layer, reader.rows(), reader.columns(), pictures.size(), layers.get(layer).channels()));
        }
        return reader;
    }

    /** The top pictures of each channel of a layer. */
    List<List<String>> tops(final String layer) throws InvalidReportException {
        final List<List<String>> result = new ArrayList<>();
        for (int channel = 0; channel < layers.get(layer).channels(); channel++) {
            result.add(new ArrayList<>());
        }
        for (final TopRow row : report.tops(layer)) {
            if (row.channel() < 0 || row.channel() >= result.size()) {
                throw new InvalidReportException("%s: there is no filter %d".formatted(report.files().tops(layer), row.channel()));
            }
            result.get(row.channel()).add(row.picture());
        }
        return result;
    }

    ComparedReport describe() {
        return new ComparedReport(name, report.directory().toAbsolutePath().normalize().toString(), report.manifest().model().file(),
                report.manifest().model().sha256(), report.manifest().data().sha256(), pictures.size());
    }
}
