package org.filterscope.analysis.fields;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.core.configuration.FieldSettings;
import org.filterscope.core.configuration.FieldSettings.Method;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.FieldSizeRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;

/** Measures the receptive fields of a layer's filters on the pictures that they like best. */
public final class FieldAnalysis {
    private final FieldSettings settings;
    private final FieldFrame frame;
    private final FieldMethod method;
    private final int channels;

    /** @throws IllegalArgumentException when there is no such layer */
    public FieldAnalysis(final NetworkSession session, final ReceptiveFields fields, final String layer, final FieldSettings settings) {
        final Shape shape = session.graph().shape(layer);
        this.settings = settings;
        channels = shape.channels();
        frame = new FieldFrame(fields, layer, shape, session.graph().input());
        method = settings.method() == Method.OCCLUSION ? new OcclusionFields(session, layer, frame, settings)
                : new GradientFields(session, layer, frame);
    }

    /** Rows of every map that is found: odd, and at most what the theoretical field and the picture need. */
    public int rows() {
        return frame.rows();
    }

    /** Columns of every map that is found. */
    public int cols() {
        return frame.cols();
    }

    /**
     * How many passes through the network the measurement takes, which are the steps of its progress.
     *
     * @param peaks by channel, the highest first
     */
    public long steps(final List<List<FieldPeak>> peaks) {
        return method.steps(limited(peaks));
    }

    /**
     * Measures every filter that has peaks.
     *
     * @param peaks by channel, the highest first; as many are used as the settings say
     * @param sink  gets the fields by channel; filters without peaks are left out
     * @return by channel
     */
    public List<Scores> run(final List<List<FieldPeak>> peaks, final PictureInputs inputs, final Progress progress, final FieldSink sink)
            throws IOException {
        if (peaks.size() != channels) {
            throw new IllegalArgumentException("peaks of %d filters, the layer has %d".formatted(peaks.size(), channels));
        }
        final List<Scores> scores = new ArrayList<>();
        peaks.forEach(of -> scores.add(Scores.NONE));
        method.measure(limited(peaks), inputs, progress, (channel, aligned) -> {
            final MeasuredField field = new MeasuredField(aligned, frame);
            final FieldSizeRow row = field.row(channel, settings.method(), aligned.pictures());
            scores.set(channel, Scores.NONE.with(Score.RF_MEASURED, row.size()));
            sink.accept(row, field.map());
        });
        return scores;
    }

    private List<List<FieldPeak>> limited(final List<List<FieldPeak>> peaks) {
        return peaks.stream().map(of -> of.subList(0, Math.min(settings.top(), of.size()))).toList();
    }

    static String word(final Method method) {
        return method.name().toLowerCase(Locale.ROOT);
    }
}
