package org.filterscope.analysis.landmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import org.filterscope.analysis.landmarks.LandmarkLayout.FieldException;
import org.filterscope.analysis.landmarks.LandmarkLayout.Point;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.LandmarkSettings;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.table.HandwrittenTable;
import org.filterscope.core.table.InvalidTableException;
import org.filterscope.core.table.TableLine;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.Placement;

/** Reads a table of landmarks and brings them to the network's input. Lines of pictures that are not asked for are passed over. */
public final class LandmarkReader {
    /** Beyond it a table is something else: 100,000 pictures with so many landmarks take 100 MB. */
    private static final int MOST_LANDMARKS = 64;

    private final LandmarkSettings settings;
    private final List<PictureFile> pictures;
    private final InputPreparation preparation;
    private final PictureDecoder decoder = new PictureDecoder();
    private final Map<String, Integer> wanted = new HashMap<>();
    private final SequencedMap<String, double[][]> points = new LinkedHashMap<>();

    /** The landmarks in the table's order, and of each which pictures had a line. */
    private final Map<String, boolean[]> told = new HashMap<>();

    private LandmarkReader(final LandmarkSettings settings, final List<PictureFile> pictures, final InputPreparation preparation) {
        this.settings = settings;
        this.pictures = pictures;
        this.preparation = preparation;
        for (int i = 0; i < pictures.size(); i++) {
            wanted.put(path(pictures.get(i)), i);
        }
    }

    /**
     * @param pictures    that are looked at, in order; the table names them by their path below {@code settings.images()}
     * @param preparation how pictures become the network's input
     * @throws InvalidInputException when the table cannot be read, or tells of none of the pictures
     */
    public static Landmarks read(final LandmarkSettings settings, final List<PictureFile> pictures, final InputPreparation preparation,
            final Progress progress) throws InvalidInputException {
        return new LandmarkReader(settings, pictures, preparation).read(progress);
    }

    private Landmarks read(final Progress progress) throws InvalidInputException {
        final Path file = settings.file();
        try (HandwrittenTable table = HandwrittenTable.open(file)) {
            if (table.header().isEmpty()) {
                throw new InvalidInputException(nothing(file, null));
            }
            final LandmarkLayout layout = LandmarkLayout.of(table.header()).orElseThrow(() -> new InvalidTableException(file, 1,
                    "the columns are '%s'; expected %s".formatted(String.join(",", table.header()), LandmarkLayout.KNOWN)));
            String foreign = null;
            Placed placed = null;
            for (Optional<TableLine> next = table.next(); next.isPresent(); next = table.next()) {
                progress.checkCancelled();
                final TableLine line = next.get();
                final String picture = layout.picture(line);
                final Integer index = wanted.get(picture);
                if (index == null) {
                    foreign = foreign == null ? picture : foreign;
                } else {
                    placed = placed != null && placed.picture == index ? placed : place(index);
                    add(layout, line, placed);
                }
            }
            if (points.isEmpty()) {
                throw new InvalidInputException(nothing(file, foreign));
            }
        }
        final List<String> names = new ArrayList<>(points.sequencedKeySet());
        return new Landmarks(names, names.stream().map(name -> points.get(name)[0]).toArray(double[][]::new),
                names.stream().map(name -> points.get(name)[1]).toArray(double[][]::new));
    }

    private String nothing(final Path file, final String foreign) {
        return foreign == null ? "%s: there are no landmarks in this table".formatted(file)
                : "%s: tells of none of the %d pictures; it names pictures like '%s', expected paths below %s like '%s'".formatted(file,
                        pictures.size(), foreign, settings.images(), path(pictures.get(0)));
    }

    private record Placed(int picture, Placement placement) {
    }

    private Placed place(final int picture) throws InvalidInputException {
        return new Placed(picture, preparation.placement(decoder.size(pictures.get(picture).file())));
    }

    private void add(final LandmarkLayout layout, final TableLine line, final Placed placed) throws InvalidTableException {
        try {
            for (final Point point : layout.points(line)) {
                add(point, placed);
            }
        } catch (final FieldException e) {
            throw line.error(e.getMessage());
        }
    }

    private void add(final Point point, final Placed placed) throws FieldException {
        if (!points.containsKey(point.landmark())) {
            if (points.size() == MOST_LANDMARKS) {
                throw new FieldException("'%s' is the %dth landmark; expected at most %d different ones".formatted(point.landmark(),
                        MOST_LANDMARKS + 1, MOST_LANDMARKS));
            }
            points.put(point.landmark(), new double[][] {nowhere(), nowhere()});
            told.put(point.landmark(), new boolean[pictures.size()]);
        }
        if (told.get(point.landmark())[placed.picture]) {
            throw new FieldException("'%s' is there twice for picture '%s'; expected one line".formatted(point.landmark(),
                    pictures.get(placed.picture).path()));
        }
        told.get(point.landmark())[placed.picture] = true;
        final double row = placed.placement.row(point.row());
        final double col = placed.placement.col(point.col());
        if (point.visible() && row >= 0 && col >= 0 && row <= preparation.shape().rows() && col <= preparation.shape().cols()) {
            // Receptive fields count from the centre of the first pixel.
            points.get(point.landmark())[0][placed.picture] = row - 0.5;
            points.get(point.landmark())[1][placed.picture] = col - 0.5;
        }
    }

    private double[] nowhere() {
        final double[] places = new double[pictures.size()];
        Arrays.fill(places, Double.NaN);
        return places;
    }

    private String path(final PictureFile picture) {
        final Path folder = settings.images();
        return picture.file().startsWith(folder)
                ? folder.relativize(picture.file()).toString().replace(folder.getFileSystem().getSeparator(), "/") : picture.path();
    }
}
