package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.filterscope.analysis.landmarks.LandmarkReader;
import org.filterscope.analysis.landmarks.Landmarks;
import org.filterscope.analysis.localisation.PartSearch;
import org.filterscope.analysis.localisation.PictureFrame;
import org.filterscope.analysis.localisation.StoredVoters;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.LandmarkSettings;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Report;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.Placement;

/** Locates parts on the pictures of a report's explanatory graphs from labels on a few of them. */
public final class PartLocation {
    private final DiagnosisConfiguration configuration;
    private final Path parts;
    private final String category;
    private final int labels;
    private final long seed;

    /**
     * @param configuration whose report has graphs
     * @param parts         table of labels, in pixels of the stored pictures; null for the configuration's landmarks
     * @param category      a class; null for all that have labels
     * @param labels        of so many pictures are used, at most
     * @param seed          of their choice
     */
    public PartLocation(final DiagnosisConfiguration configuration, final Path parts, final String category, final int labels, final long seed) {
        this.configuration = configuration;
        this.parts = parts;
        this.category = category;
        this.labels = labels;
        this.seed = seed;
    }

    /** @throws InvalidInputException when graphs, pictures or labels cannot be used, or do not fit each other */
    public List<LocatedPart> run(final Progress progress) throws InvalidInputException {
        final LandmarkSettings settings = settings();
        final Report report = Report.open(configuration.output());
        try {
            new ReportFit(configuration, report).check();
            return located(report, new GraphChoice(report).all(category), settings, progress);
        } catch (final IOException e) {
            throw new InvalidInputException("%s: cannot be read (%s)".formatted(configuration.output(), e.getMessage()), e);
        }
    }

    private List<LocatedPart> located(final Report report, final List<Path> files, final LandmarkSettings settings, final Progress progress)
            throws InvalidInputException, IOException {
        final List<GraphFile> graphs = new ArrayList<>();
        try {
            for (final Path file : files) {
                graphs.add(GraphFile.open(file));
            }
            return onAll(report, graphs, settings, progress);
        } finally {
            for (final GraphFile graph : graphs) {
                graph.close();
            }
        }
    }

    private LandmarkSettings settings() throws InvalidInputException {
        if (parts != null) {
            return new LandmarkSettings(parts, configuration.images().folder());
        }
        return configuration.landmarks().filter(given -> given.images().equals(configuration.images().folder()))
                .orElseThrow(() -> new InvalidInputException(
                        "%s: has no 'landmarks' on its pictures; give a table of labels with --parts".formatted(configuration.file())));
    }

    private List<LocatedPart> onAll(final Report report, final List<GraphFile> graphs, final LandmarkSettings settings, final Progress progress)
            throws InvalidInputException, IOException {
        final List<Integer> shape = report.manifest().model().input();
        final Shape input = new Shape(shape.get(0), shape.get(1), shape.get(2));
        final InputPreparation preparation = new InputPreparation(configuration.input(), input);
        final MinedPictures mined = new MinedPictures(configuration);
        final List<PictureFile> pictures = new ArrayList<>();
        for (final GraphFile graph : graphs) {
            pictures.addAll(mined.of(graph));
        }
        progress.begin("Reading labels", 0, 0.1);
        final Landmarks landmarks = LandmarkReader.read(settings, pictures, preparation, progress);
        progress.begin("Locating parts", (long) graphs.size() * landmarks.names().size(), 0.9);
        final List<LocatedPart> found = new ArrayList<>();
        int from = 0;
        for (final GraphFile graph : graphs) {
            final int to = from + graph.heading().pictures().size();
            found.addAll(located(report, graph, pictures.subList(from, to), preparation, part(landmarks, from, to), progress));
            from = to;
        }
        return found;
    }

    private static Landmarks part(final Landmarks all, final int from, final int to) {
        return new Landmarks(all.names(), part(all.rows(), from, to), part(all.cols(), from, to));
    }

    private static double[][] part(final double[][] places, final int from, final int to) {
        return Arrays.stream(places).map(landmark -> Arrays.copyOfRange(landmark, from, to)).toArray(double[][]::new);
    }

    private List<LocatedPart> located(final Report report, final GraphFile graph, final List<PictureFile> pictures,
            final InputPreparation preparation, final Landmarks landmarks, final Progress progress) throws InvalidInputException, IOException {
        final Shape input = preparation.shape();
        final boolean[] mirrored = new boolean[pictures.size()];
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = graph.heading().pictures().get(i).mirrored();
        }
        final PartSearch search = new PartSearch(StoredVoters.patterns(graph), new PictureFrame(input.cols(), mirrored),
                StoredVoters.peaks(graph, report), input.cols(), Math.hypot(input.rows(), input.cols()), seed, progress);
        final PictureDecoder decoder = new PictureDecoder();
        final List<Placement> placements = new ArrayList<>();
        for (final PictureFile picture : pictures) {
            placements.add(preparation.placement(decoder.size(picture.file())));
        }
        final List<LocatedPart> found = new ArrayList<>();
        for (int landmark = 0; landmark < landmarks.names().size(); landmark++) {
            progress.checkCancelled();
            final double[] rows = landmarks.rows()[landmark];
            if (Arrays.stream(rows).anyMatch(row -> !Double.isNaN(row))) {
                final String part = landmarks.names().get(landmark);
                final PartSearch.Found places = search.search(rows, landmarks.cols()[landmark], labels);
                found.add(new LocatedPart(graph.heading().category(), part, places.labels(), places.tested(), places.error(), places.peakError(),
                        places.meanError(), places(part, pictures, placements, places)));
            }
            progress.advance(1);
        }
        return found;
    }

    private static List<LocatedPart.Place> places(final String part, final List<PictureFile> pictures, final List<Placement> placements,
            final PartSearch.Found found) {
        final List<LocatedPart.Place> places = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            // Receptive fields count from the centre of the first pixel.
            places.add(new LocatedPart.Place(pictures.get(i).path(), part, placements.get(i).pictureRow(found.locations().rows()[i] + 0.5),
                    placements.get(i).pictureCol(found.locations().cols()[i] + 0.5), found.locations().confidences()[i]));
        }
        return places;
    }
}
