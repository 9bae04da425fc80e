package org.filterscope.ui.filter;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;
import org.filterscope.core.report.LandmarkRow;
import org.filterscope.ui.display.Bar;
import org.filterscope.ui.display.Decimals;
import org.filterscope.ui.display.FactTable;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.FactTable.Fact;
import org.filterscope.ui.display.SectionedPage;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.WrappingText;

/** How steadily a filter's peak follows landmarks: numbers, and where the landmarks lie. Belongs to the UI thread. */
final class LandmarksPane {
    private final FactTable table;
    private final LandmarkCanvas canvas;
    private final WrappingText words;

    LandmarksPane(final SectionedPage page, final Composite parent, final ThemeColors colors) {
        table = SectionedPage.table(parent, colors, Messages.FilterPage_landmarks, Messages.FilterPage_copy,
                List.of(new Column(Messages.FilterPage_landmark, Messages.FilterPage_landmarkTip, false, 110),
                        new Column(Messages.FilterPage_r2, Messages.FilterPage_r2Tip, true, 130),
                        new Column(Messages.FilterPage_p, Messages.FilterPage_landmarkPTip, true, 64),
                        new Column(Messages.FilterPage_instability, Messages.FilterPage_instabilityTip, true, 86),
                        new Column(Messages.FilterPage_constant, Messages.FilterPage_constantTip, true, 86),
                        new Column(Messages.FilterPage_pictures, Messages.FilterPage_picturesTip, true, 70)));
        canvas = new LandmarkCanvas(parent, colors);
        GridDataFactory.fillDefaults().grab(true, false).hint(LandmarkCanvas.SIDE, LandmarkCanvas.SIDE).applyTo(canvas.control());
        words = page.text(parent);
        words.setText(Messages.LandmarkCanvas_words);
    }

    void show(final FilterDetails details) {
        table.show(details.landmarks().stream().map(LandmarksPane::fact).toList());
        canvas.show(details.offsets(), details.report().input());
        SectionedPage.reveal(canvas.control(), !details.offsets().isEmpty());
        SectionedPage.reveal(words, !details.offsets().isEmpty());
    }

    private static Fact fact(final LandmarkRow row) {
        final List<String> texts = List.of(row.landmark(), Decimals.text(row.vectorR2()), Decimals.probability(row.pValue()),
                Decimals.text(row.instability()), Decimals.text(row.constant()), Integer.toString(row.pictures()));
        final List<String> values = Fact.raw(row.landmark(), row.vectorR2(), row.pValue(), row.instability(), row.constant(), row.pictures());
        return Double.isNaN(row.vectorR2()) ? new Fact(texts, values) : Fact.of(texts, values, 1, Bar.of(row.vectorR2(), 0, 1, Double.NaN));
    }
}
