package org.filterscope.ui.filter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.FieldSizeRow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.NpyReader;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.TopRow;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.report.NameSource;

/** Reads what belongs to one filter of a layer whose tables are known: a few rows and columns of the report's arrays. */
record FilterReading(LayerTables tables, FilterSelection selection, NameSource names) {

    FilterDetails read() throws InvalidReportException {
        final int channel = selection.channel();
        final MapPlace place = MapPlace.of(tables.layer(), tables.report());
        final List<MeasuredField> fields = fields(place);
        return new FilterDetails(selection, tables.report(), tables.layer(), tables.filter(channel), tops(place, fields), tables.concepts(channel),
                tables.classes(channel), tables.landmarks(channel).stream().map(LayerTables.Line::row).toList(), offsets(), place, fields, peaks(),
                Naming.of(tables.report().report(), tables.filter(channel), names));
    }

    private List<TopPicture> tops(final MapPlace place, final List<MeasuredField> fields) throws InvalidReportException {
        final List<LayerTables.Line<TopRow>> lines = tables.tops(selection.channel());
        final Optional<FieldReach> reach = fields.stream().flatMap(field -> field.reach().stream()).findFirst();
        final Path file = files().topMaps(selection.layer());
        if (!Files.exists(file)) {
            return lines.stream().map(line -> new TopPicture(line.row(), Optional.empty(), measured(reach, line.row(), place))).toList();
        }
        final ActiveRegion region = new ActiveRegion(place, threshold());
        final List<TopPicture> tops = new ArrayList<>();
        try (NpyReader maps = new NpyReader(file)) {
            check(file, maps.columns(), tables.layer().rows() * tables.layer().cols());
            for (final LayerTables.Line<TopRow> line : lines) {
                check(file, line.number() < maps.rows());
                tops.add(new TopPicture(line.row(), Optional.of(region.overlay(maps.floats(line.number()))), measured(reach, line.row(), place)));
            }
        } catch (final IOException e) {
            throw damaged(file, e);
        }
        return tops;
    }

    private static Optional<PixelBox> measured(final Optional<FieldReach> reach, final TopRow top, final MapPlace place) {
        return reach.flatMap(known -> known.around(top.row(), top.col(), place.vertical(), place.horizontal()));
    }

    /** That of dissection; without dissection half the filter's highest value. */
    private double threshold() throws InvalidReportException {
        final double half = tables.filter(selection.channel()).max() / 2;
        return tables.concepts(selection.channel()).stream().findFirst().map(score -> score.row().threshold()).orElse(half);
    }

    private List<MeasuredField> fields(final MapPlace place) throws InvalidReportException {
        final List<LayerTables.Line<FieldSizeRow>> lines = tables.fields(selection.channel());
        final Path file = files().fieldMaps(selection.layer());
        if (!Files.exists(file)) {
            return lines.stream().map(line -> MeasuredField.of(line.row())).toList();
        }
        final List<MeasuredField> fields = new ArrayList<>();
        final int cols = place.horizontal().fieldSize();
        try (NpyReader maps = new NpyReader(file)) {
            check(file, maps.columns(), place.vertical().fieldSize() * cols);
            for (final LayerTables.Line<FieldSizeRow> line : lines) {
                check(file, line.number() < maps.rows());
                fields.add(MeasuredField.of(line.row(), maps.floats(line.number()), cols));
            }
        } catch (final IOException e) {
            throw damaged(file, e);
        }
        return fields;
    }

    /** Of the landmarks that the peak predicts best, no more than colors can tell apart. */
    private List<LandmarkOffsets> offsets() throws InvalidReportException {
        final Path file = files().landmarkPoints(selection.layer());
        if (!Files.exists(file)) {
            return List.of();
        }
        final List<LayerTables.Line<LandmarkRow>> lines = tables.landmarks(selection.channel()).stream().filter(line -> line.row().pictures() > 0)
                .sorted(Comparator.comparingDouble((LayerTables.Line<LandmarkRow> line) -> rank(line.row())).reversed())
                .limit(ThemeColors.HUES).toList();
        final List<LandmarkOffsets> offsets = new ArrayList<>();
        try (NpyReader points = new NpyReader(file)) {
            check(file, points.columns(), LandmarkOffsets.COLUMNS);
            for (final LayerTables.Line<LandmarkRow> line : lines) {
                check(file, line.number() < points.rows());
                offsets.add(LandmarkOffsets.of(line.row().landmark(), points.floats(line.number())));
            }
        } catch (final IOException e) {
            throw damaged(file, e);
        }
        return offsets;
    }

    private static double rank(final LandmarkRow row) {
        return Double.isNaN(row.vectorR2()) ? Double.NEGATIVE_INFINITY : row.vectorR2();
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
