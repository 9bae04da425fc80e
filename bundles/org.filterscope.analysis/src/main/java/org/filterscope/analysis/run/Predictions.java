package org.filterscope.analysis.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.core.report.NpyWriter;
import org.filterscope.core.report.PredictionRow;
import org.filterscope.core.report.PredictionRow.Guess;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.picture.PictureFile;

/** Writes what the network says of each picture: the best classes as a table, all of them as an array. */
final class Predictions implements Closeable {
    private final List<String> labels;
    private final ReportWriter.Predictions table;
    private final NpyWriter array;

    Predictions(final ReportWriter writer, final List<String> labels) throws IOException {
        this.labels = labels;
        array = new NpyWriter(writer.files().probabilities(), labels.size());
        try {
            table = writer.predictions();
        } catch (final IOException e) {
            array.close();
            throw e;
        }
    }

    void write(final List<PictureFile> pictures, final FeatureMaps output) throws IOException {
        for (int image = 0; image < output.images(); image++) {
            final float[] values = new float[labels.size()];
            System.arraycopy(output.values(), output.start(image, 0), values, 0, values.length);
            array.write(values);
            final List<Guess> best = best(values).stream().map(i -> new Guess(labels.get(i), values[i])).toList();
            table.write(new PredictionRow(pictures.get(image).path(), pictures.get(image).label(), best));
        }
    }

    /** The classes with the highest values, highest first; of equal ones the first comes first. */
    private static List<Integer> best(final float[] values) {
        final List<Integer> best = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            int place = best.size();
            while (place > 0 && values[i] > values[best.get(place - 1)]) {
                place--;
            }
            if (place < PredictionRow.GUESSES) {
                best.add(place, i);
                best.subList(Math.min(best.size(), PredictionRow.GUESSES), best.size()).clear();
            }
        }
        return best;
    }

    @Override
    public void close() throws IOException {
        try (array) {
            table.close();
        }
    }
}
