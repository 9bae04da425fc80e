package org.filterscope.analysis.filters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.filterscope.analysis.batch.ChannelParts;
import org.filterscope.analysis.maps.SparseMaps;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.TopRow;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;

/**
 * Everything the analysis {@code filters} knows of one layer. Takes feature maps picture by picture and forgets them; its size depends on
 * channels, classes and the number of top pictures, not on how many pictures there are. Two of one layer merge.
 */
public final class FilterStatistics {
    private final Shape shape;
    private final ChannelMoments moments;
    private final ClassMeans classMeans;
    private final TopPictures tops;
    private final long[] fired;
    private final ChannelParts parts;
    private long pictures;

    /**
     * @param shape   of the layer's maps for one image
     * @param classes how many classes the pictures have
     * @param top     how many pictures to keep for each filter
     */
    public FilterStatistics(final Shape shape, final int classes, final int top) {
        this.shape = shape;
        moments = new ChannelMoments(shape.channels());
        classMeans = new ClassMeans(shape.channels(), classes);
        tops = new TopPictures(shape.channels(), top);
        fired = new long[shape.channels()];
        parts = new ChannelParts(shape.channels());
    }

    /**
     * Takes in one picture.
     *
     * @param picture    index in the whole run
     * @param classIndex of the picture; negative when not known
     * @return the highest value of every channel's map and where it is
     */
    public List<Peak> add(final int picture, final SparseMaps maps, final int classIndex) {
        final int positions = shape.rows() * shape.cols();
        if (classIndex >= 0) {
            classMeans.begin(classIndex, positions);
        }
        final Peak[] peaks = new Peak[shape.channels()];
        parts.forEach((part, from, to) -> {
            for (int channel = from; channel < to; channel++) {
                final MapSummary map = MapSummary.of(maps, channel, positions);
                moments.add(channel, map, positions);
                if (classIndex >= 0) {
                    classMeans.add(channel, classIndex, map.sum());
                }
                peaks[channel] = new Peak((float) map.most(), picture, map.peak());
                tops.add(channel, peaks[channel]);
                fired[channel] += map.most() > 0 ? 1 : 0;
            }
        });
        pictures++;
        return Arrays.asList(peaks);
    }

    /** Takes over what another instance for the same layer has seen of other pictures. */
    public void merge(final FilterStatistics other) {
        moments.merge(other.moments);
        classMeans.merge(other.classMeans);
        tops.merge(other.tops);
        for (int channel = 0; channel < fired.length; channel++) {
            fired[channel] += other.fired[channel];
        }
        pictures += other.pictures;
    }

    /** One row a filter. */
    public List<FilterRow> filters() {
        final List<FilterRow> rows = new ArrayList<>();
        for (int channel = 0; channel < shape.channels(); channel++) {
            final double most = moments.most(channel);
            final boolean dead = !(most > 0) || most == moments.least(channel);
            rows.add(new FilterRow(channel, moments.mean(channel), moments.deviation(channel), most,
                    pictures == 0 ? 0 : (double) fired[channel] / pictures, dead));
        }
        return rows;
    }

    /** The pictures with the highest peaks of a channel, highest first. */
    public List<Peak> best(final int channel) {
        return tops.best(channel);
    }

    /**
     * The pictures with the highest peaks, by channel and rank.
     *
     * @param paths      of all pictures of the run
     * @param vertical   the layer's receptive field along the rows
     * @param horizontal the layer's receptive field along the columns
     * @param input      shape of the network's input
     */
    public List<TopRow> tops(final List<String> paths, final ReceptiveField vertical, final ReceptiveField horizontal, final Shape input) {
        final List<TopRow> rows = new ArrayList<>();
        for (int channel = 0; channel < shape.channels(); channel++) {
            int rank = 1;
            for (final Peak peak : tops.best(channel)) {
                final int row = peak.position() / shape.cols();
                final int col = peak.position() % shape.cols();
                final PixelBox field = new PixelBox(vertical.from(row), horizontal.from(col), vertical.to(row, input.rows()),
                        horizontal.to(col, input.cols()));
                rows.add(new TopRow(channel, rank++, paths.get(peak.picture()), row, col, peak.value(), field));
            }
        }
        return rows;
    }

    /** @param names of the classes, by index; classes without pictures are left out */
    public List<ClassRow> classes(final List<String> names) {
        final List<ClassRow> rows = new ArrayList<>();
        for (int channel = 0; channel < shape.channels(); channel++) {
            for (int c = 0; c < classMeans.classes(); c++) {
                final double mean = classMeans.mean(channel, c);
                if (!Double.isNaN(mean)) {
                    rows.add(new ClassRow(channel, names.get(c), mean));
                }
            }
        }
        return rows;
    }
}
