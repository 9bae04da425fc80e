package org.filterscope.ui.filter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.graphics.ImageData;
import org.filterscope.core.report.FieldSizeRow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.NpyReader;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.TopRow;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.report.NameSource;

/** Reads what belongs to one filter of a layer whose tables are known: a few rows and columns of the report's arrays. */
record FilterReading(LayerTables tables, FilterSelection selection, NameSource names) {

    FilterDetails read() throws InvalidReportException {
        final int channel = selection.channel();
        return new FilterDetails(selection, tables.report(), tables.layer(), tables.filter(channel), tops(), tables.concepts(channel),
                tables.classes(channel), tables.landmarks(channel), fields(), peaks(),
                Naming.of(tables.report().report(), tables.filter(channel), names));
    }

    private List<TopPicture> tops() throws InvalidReportException {
        final List<LayerTables.Line<TopRow>> lines = tables.tops(selection.channel());
        final Path file = files().topMaps(selection.layer());
        if (!Files.exists(file)) {
            return lines.stream().map(line -> new TopPicture(line.row(), Optional.empty())).toList();
        }
        final ActiveRegion region = new ActiveRegion(tables.layer(), tables.report().input(), threshold());
        final List<TopPicture> tops = new ArrayList<>();
        try (NpyReader maps = new NpyReader(file)) {
            check(file, maps.columns(), tables.layer().rows() * tables.layer().cols());
            for (final LayerTables.Line<TopRow> line : lines) {
                check(file, line.number() < maps.rows());
                tops.add(new TopPicture(line.row(), Optional.of(region.overlay(maps.floats(line.number())))));
            }
        } catch (final IOException e) {
            throw damaged(file, e);
        }
        return tops;
    }

    /** That of dissection; without dissection half the filter's highest value. */
    private double threshold() throws InvalidReportException {
        final double half = tables.filter(selection.channel()).max() / 2;
        return tables.concepts(selection.channel()).stream().findFirst().map(score -> score.row().threshold()).orElse(half);
    }

    private List<MeasuredField> fields() throws InvalidReportException {
        final List<LayerTables.Line<FieldSizeRow>> lines = tables.fields(selection.channel());
        final Path file = files().fieldMaps(selection.layer());
        if (!Files.exists(file)) {
            return lines.stream().map(line -> new MeasuredField(line.row(), Optional.<ImageData>empty())).toList();
        }
        final List<MeasuredField> fields = new ArrayList<>();
        try (NpyReader maps = new NpyReader(file)) {
            for (final LayerTables.Line<FieldSizeRow> line : lines) {
                check(file, line.number() < maps.rows());
                fields.add(new MeasuredField(line.row(), MeasuredField.picture(maps.floats(line.number()))));
            }
        } catch (final IOException e) {
            throw damaged(file, e);
        }
        return fields;
    }

    private Optional<PeakPlaces> peaks() throws InvalidReportException {
        final Path file = files().peaks(selection.layer());
        final Path places = files().peakPositions(selection.layer());
        if (!Files.exists(file) || !Files.exists(places)) {
            return Optional.empty();
        }
        final int channel = selection.channel();
        try (NpyReader peaks = new NpyReader(file); NpyReader positions = new NpyReader(places)) {
            check(file, channel < peaks.columns());
            check(places, channel < positions.columns() && positions.rows() == peaks.rows());
            return Optional.of(PeakPlaces.count(peaks.floatColumns(channel, channel + 1)[0], positions.intColumns(channel, channel + 1)[0],
                    tables.layer().rows() * tables.layer().cols()));
        } catch (final IOException e) {
            throw damaged(file, e);
        }
    }

    private ReportFiles files() {
        return tables.report().report().files();
    }

    private static void check(final Path file, final int found, final int expected) throws InvalidReportException {
        if (found != expected) {
            throw new InvalidReportException(NLS.bind(Messages.FilterReading_columns, new Object[] {file, found, expected}));
        }
    }

    private static void check(final Path file, final boolean fits) throws InvalidReportException {
        if (!fits) {
            throw new InvalidReportException(NLS.bind(Messages.FilterReading_small, file));
        }
    }

    private static InvalidReportException damaged(final Path file, final IOException cause) {
        return new InvalidReportException(NLS.bind(Messages.FilterReading_unreadable, file, cause.getMessage()), cause);
    }
}
