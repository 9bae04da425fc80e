package org.filterscope.ui.tests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.DetectorRow;
import org.filterscope.core.report.FieldSizeRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.NpyWriter;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.core.report.SimilarRow;
import org.filterscope.core.report.TopRow;

/**
 * What all analyses but ablation say of the layer {@code deep} of {@link SampleReport}: filter c has the label c mod 4 with an IoU of
 * 0.02 + 0.01 * (c mod 12), the class c mod 3, a part that only two filters of three have, and the twin c + 1 for even, c - 1 for odd c.
 */
final class SampleScores {
    static final List<String> CONCEPTS = List.of("sky", "sand", "water", "leaves", "meadow", "cloud", "stone", "wave");
    private static final List<String> CATEGORIES = List.of("object", "material", "texture", "part");
    private static final List<String> LANDMARKS = List.of("horizon", "shore");
    private static final int SIDE = 6;
    private static final int POINTS = 100;
    /** What the layer's receptive field of 61 pixels and the input need. */
    private static final int FIELD = 61;

    private SampleScores() {
    }

    static double iou(final int channel) {
        return 0.02 + 0.01 * (channel % 12);
    }

    static Scores scores(final int channel, final boolean dead) {
        final Scores common = Scores.NONE.with(Score.FINGERPRINT, "%016x".formatted(channel + 1L)).with(Score.DEAD_SHARE, dead ? 1.0 : 0.125);
        if (dead) {
            return common;
        }
        final Scores all = common.with(Score.LABEL, CONCEPTS.get(channel % 4)).with(Score.LABEL_SET, "scenes")
                .with(Score.LABEL_CATEGORY, CATEGORIES.get(channel % 4)).with(Score.IOU, iou(channel)).with(Score.IOU_CEILING, 0.5)
                .with(Score.IOU_BEST, iou(channel) + 0.02).with(Score.LABEL_P, channel % 5 / 1000.0).with(Score.DETECTOR, iou(channel) > 0.04)
                .with(Score.CLASS, SampleReport.CLASSES.get(channel % 3)).with(Score.CLASS_AUC, 0.55 + channel % 9 / 20.0)
                .with(Score.SELECTIVITY, 0.6).with(Score.CONTRIBUTES_TO, SampleReport.CLASSES.get(channel % 3))
                .with(Score.CONTRIBUTION, channel % 8 - 1.5).with(Score.RF_MEASURED, 40 + channel % 10).with(Score.TWIN, channel ^ 1L)
                .with(Score.TWIN_CORRELATION, 0.5 + channel % 6 / 12.0).with(Score.EXPLAINED, 0.8).with(Score.PEAK_ENTROPY, 0.9);
        return channel % 3 == 1 ? all
                : all.with(Score.PART, LANDMARKS.get(channel % 2)).with(Score.VECTOR_R2, channel % 11 / 10.0 - 0.1).with(Score.INSTABILITY, 0.1);
    }

    static ClassRow classRow(final int channel, final int index, final double mean) {
        final boolean own = index == channel % 3;
        return new ClassRow(channel, SampleReport.CLASSES.get(index), mean, own ? 0.55 + channel % 9 / 20.0 : 0.4,
                own ? channel % 8 - 1.5 : -0.25, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    static void write(final ReportWriter writer, final String layer, final List<FilterRow> filters, final List<TopRow> tops) throws IOException {
        final List<ConceptRow> scenes = new ArrayList<>();
        final List<ConceptRow> classes = new ArrayList<>();
        final List<LandmarkRow> landmarks = new ArrayList<>();
        final List<FieldSizeRow> fields = new ArrayList<>();
        for (final FilterRow filter : filters) {
            final int channel = filter.channel();
            for (int index = 0; index < CONCEPTS.size() && !filter.dead(); index++) {
                final double iou = index == channel % 4 ? iou(channel) : 0.001 * (index + 1);
                scenes.add(new ConceptRow(channel, CONCEPTS.get(index), CATEGORIES.get(index % 4), filter.max() * 0.6, iou, 0.5, iou + 0.02, 0.01,
                        0.001 * index));
            }
            for (int index = 0; index < SampleReport.CLASSES.size() && !filter.dead(); index++) {
                classes.add(new ConceptRow(channel, SampleReport.CLASSES.get(index), "class", filter.max() * 0.6, 0.015 - 0.002 * index, 0.3, 0.05,
                        0.1, Double.NaN));
            }
            for (final String landmark : LANDMARKS) {
                landmarks.add(new LandmarkRow(channel, "", landmark, filter.dead() ? 0 : 28, filter.dead() ? Double.NaN : 0.08, 0.12, 0.15,
                        filter.dead() ? Double.NaN : landmark.equals("shore") ? 0.7 : 0.2,
                        filter.dead() ? Double.NaN : landmark.equals("shore") ? 0.0003 : 0.4));
            }
            fields.add(new FieldSizeRow(channel, "occlusion", 6, 40 + channel % 10, 44, 38));
        }
        writer.concepts(layer, "scenes", scenes);
        writer.concepts(layer, "classes", classes);
        writer.landmarks(layer, landmarks);
        writer.fields(layer, fields);
        writer.similar(layer, List.of(new SimilarRow(0, 1, 0.97, 0.88)));
        writer.detectors(detectors(layer));
        arrays(writer, layer, filters, tops);
    }

    /** The second layer is there to be counted only. */
    private static List<DetectorRow> detectors(final String layer) {
        final List<DetectorRow> rows = new ArrayList<>();
        for (int index = 0; index < CATEGORIES.size(); index++) {
            rows.add(new DetectorRow("early", CATEGORIES.get(index), index, Math.min(index, 2), index == 0 ? Double.NaN : 0.06));
        }
        for (int index = 0; index < CATEGORIES.size(); index++) {
            rows.add(new DetectorRow(layer, CATEGORIES.get(index), 7 - index, 3, 0.08));
        }
        return rows;
    }

    private static void arrays(final ReportWriter writer, final String layer, final List<FilterRow> filters, final List<TopRow> tops)
            throws IOException {
        try (NpyWriter maps = new NpyWriter(writer.files().topMaps(layer), SIDE * SIDE);
                NpyWriter peaks = new NpyWriter(writer.files().peaks(layer), filters.size());
                NpyWriter positions = new NpyWriter(writer.files().peakPositions(layer), filters.size(), NpyWriter.Type.INT);
                NpyWriter points = new NpyWriter(writer.files().landmarkPoints(layer), 4 * POINTS);
                NpyWriter fields = new NpyWriter(writer.files().fieldMaps(layer), FIELD * FIELD)) {
            for (final TopRow top : tops) {
                maps.write(hill(SIDE, top.row() % SIDE, top.col() % SIDE, (float) top.value(), 2));
            }
            for (int picture = 0; picture < SampleReport.PICTURES; picture++) {
                final float[] values = new float[filters.size()];
                final int[] places = new int[filters.size()];
                for (final FilterRow filter : filters) {
                    values[filter.channel()] = filter.dead() ? 0 : (float) (filter.max() * (picture + 1) / SampleReport.PICTURES);
                    places[filter.channel()] = (picture / 2 % 3 + 1) * SIDE + (picture * 7 / 5 + filter.channel()) % SIDE;
                }
                peaks.write(values);
                positions.write(places);
            }
            for (final FilterRow filter : filters) {
                for (final String landmark : LANDMARKS) {
                    points.write(points(filter.dead() ? 0 : 28, landmark.equals("shore") ? 3 : 20));
                }
                fields.write(hill(FIELD, FIELD / 2, FIELD / 2, 1, 5 + filter.channel() % 4));
            }
        }
    }

    /** Peaks all over the input, and a landmark about so many pixels to the right of each. */
    private static float[] points(final int pictures, final int spread) {
        final float[] values = new float[4 * POINTS];
        Arrays.fill(values, Float.NaN);
        for (int picture = 0; picture < pictures; picture++) {
            values[picture] = 10 + picture * 37 % 70;
            values[POINTS + picture] = 10 + picture * 23 % 60;
            values[2 * POINTS + picture] = (float) (values[picture] + spread * Math.sin(picture * 5));
            values[3 * POINTS + picture] = (float) (values[POINTS + picture] + 10 + spread * Math.cos(picture * 3));
        }
        return values;
    }

    private static float[] hill(final int side, final int row, final int col, final float height, final double width) {
        final float[] values = new float[side * side];
        for (int index = 0; index < values.length; index++) {
            final double distance = Math.hypot(index / side - row, index % side - col) / width;
            values[index] = (float) (height * Math.exp(-distance * distance));
        }
        return values;
    }
}
