package org.filterscope.analysis.localisation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.analysis.graph.StoredLayer;
import org.filterscope.analysis.maps.PeakFiles;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.GraphPicture;
import org.filterscope.core.report.PredictionRow;
import org.filterscope.core.report.Report;

/** Voters on the pictures that a stored graph was mined from. */
public final class StoredVoters {
    private StoredVoters() {
    }

    /** The patterns of all layers. */
    public static Voters patterns(final GraphFile graph) throws IOException, InvalidInputException {
        final List<Voters> layers = new ArrayList<>();
        GraphLayer above = null;
        for (int i = 0; i < graph.heading().layers().size(); i++) {
            layers.add(Voters.of(StoredLayer.of(graph.layer(i), above)));
            above = graph.heading().layers().get(i);
        }
        return Voters.together(layers);
    }

    /**
     * The filters of the graph's layers, each where it responds most, on the pictures as they are, not mirrored.
     *
     * @param report that the graph belongs to
     * @throws InvalidInputException when the report lacks a picture of the graph
     */
    public static Voters peaks(final GraphFile graph, final Report report) throws IOException, InvalidInputException {
        final List<PredictionRow> rows = report.predictions();
        final Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            known.put(rows.get(i).picture(), i);
        }
        final List<Integer> pictures = new ArrayList<>();
        for (final GraphPicture picture : graph.heading().pictures()) {
            if (!known.containsKey(picture.path())) {
                throw new InvalidInputException("%s: has no picture '%s', which its explanatory graph was mined from".formatted(
                        report.files().directory(), picture.path()));
            }
            pictures.add(known.get(picture.path()));
        }
        final List<Voters> layers = new ArrayList<>();
        for (final GraphLayer layer : graph.heading().layers()) {
            layers.add(peaks(layer, report, rows.size(), pictures));
        }
        return Voters.together(layers);
    }

    private static Voters peaks(final GraphLayer layer, final Report report, final int all, final List<Integer> pictures) throws IOException {
        final int number = pictures.size();
        final List<Voter> voters = new ArrayList<>();
        for (int filter = 0; filter < layer.filters(); filter++) {
            voters.add(new Voter(layer.name(), filter, Voter.WHOLE_FILTER));
        }
        final int size = Math.multiplyExact(layer.filters(), number);
        final Voters peaks = new Voters(voters, number, new float[size], new float[size], new float[size]);
        new PeakFiles(report.files().peaks(layer.name()), report.files().peakPositions(layer.name()), all, layer.filters())
                .forEach((channel, values, positions) -> {
                    for (int i = 0; i < number; i++) {
                        final int picture = pictures.get(i);
                        final int at = peaks.at(channel, i);
                        peaks.rows()[at] = (float) (layer.firstRow() + positions[picture] / layer.cols() * layer.rowStep());
                        peaks.cols()[at] = (float) (layer.firstCol() + positions[picture] % layer.cols() * layer.colStep());
                        peaks.strengths()[at] = layer.scales()[channel] > 0 ? Math.max(0, values[picture] / layer.scales()[channel]) : 0;
                    }
                });
        return peaks;
    }
}
