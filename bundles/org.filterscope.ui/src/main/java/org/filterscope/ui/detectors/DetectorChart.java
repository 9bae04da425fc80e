package org.filterscope.ui.detectors;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.ISeries.SeriesType;
import org.eclipse.swtchart.Range;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.ThemeColors;

/** Detectors as stacked bars: one bar a layer, one color a category. Belongs to the UI thread. */
final class DetectorChart {
    private static final int BAR_PADDING = 45;
    /** Pixels from one number to the next, at least. */
    private static final int STEP = 40;

    private final Chart chart;
    private final ThemeColors colors;
    private DetectorCounts shown;

    DetectorChart(final Composite parent, final ThemeColors colors, final DetectorCounts counts) {
        this.colors = colors;
        shown = counts;
        chart = new Chart(parent, SWT.NONE);
        chart.getTitle().setVisible(false);
        chart.getLegend().setPosition(SWT.RIGHT);
        final IAxis layers = chart.getAxisSet().getXAxis(0);
        layers.getTitle().setText(Messages.DetectorChart_layer);
        layers.enableCategory(true);
        layers.getGrid().setVisible(false);
        final IAxis filters = chart.getAxisSet().getYAxis(0);
        filters.getTitle().setText(Messages.DetectorChart_filters);
        filters.setIntegerDataPointAxis(true);
        filters.getTick().setTickMarkStepHint(STEP);
        AccessibleName.give(chart, () -> NLS.bind(Messages.DetectorChart_name, shown.layers().size(), String.join(", ", shown.categories())));
        show(counts);
    }

    Chart control() {
        return chart;
    }

    void show(final DetectorCounts counts) {
        shown = counts;
        Stream.of(chart.getSeriesSet().getSeries()).map(ISeries::getId).toList().forEach(chart.getSeriesSet()::deleteSeries);
        chart.getAxisSet().getXAxis(0).setCategorySeries(counts.layers().toArray(String[]::new));
        for (final String category : counts.categories()) {
            final IBarSeries<?> series = (IBarSeries<?>) chart.getSeriesSet().createSeries(SeriesType.BAR, category);
            series.setYSeries(counts.of(category));
            series.enableStack(true);
            series.setBarPadding(BAR_PADDING);
        }
        chart.getAxisSet().adjustRange();
        final IAxis filters = chart.getAxisSet().getYAxis(0);
        if (filters.getRange().lower < 0) {
            // Where there are none the chart would reach below zero, too.
            filters.setRange(new Range(0, 1));
        }
        recolor();
    }

    /** The theme may have other colors now. */
    void recolor() {
        if (chart.isDisposed()) {
            return;
        }
        final Color text = chart.getParent().getForeground();
        final Color ground = chart.getParent().getBackground();
        chart.setBackground(ground);
        chart.getPlotArea().setBackground(ground);
        chart.getLegend().setForeground(text);
        chart.getLegend().setBackground(ground);
        for (final IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTick().setForeground(text);
            axis.getTitle().setForeground(text);
            axis.getGrid().setForeground(colors.placeholder());
        }
        // By name, not by number of detectors: of two reports with the same categories each keeps its color.
        final List<String> names = shown.categories().stream().sorted().toList();
        for (final ISeries<?> series : chart.getSeriesSet().getSeries()) {
            ((IBarSeries<?>) series).setBarColor(colors.hue(names.indexOf(series.getId())));
        }
        chart.redraw();
    }

    /** The chart as it is in sight. */
    ImageData picture() {
        final Image image = new Image(chart.getDisplay(), chart.getSize().x, chart.getSize().y);
        try {
            chart.renderOffscreenImage(image);
            return image.getImageData();
        } finally {
            image.dispose();
        }
    }
}
