package org.filterscope.ui.filter;

import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Composite;
import org.filterscope.ui.display.SectionedPage;
import org.filterscope.ui.display.WrappingText;

/** The measured receptive field, drawn where the report keeps it, and in words. Belongs to the UI thread. */
final class FieldPane {
    private final FieldCanvas canvas;
    private final WrappingText words;

    FieldPane(final SectionedPage page, final Composite parent) {
        canvas = new FieldCanvas(parent);
        GridDataFactory.swtDefaults().hint(FieldCanvas.SIDE, FieldCanvas.SIDE).applyTo(canvas.control());
        words = page.text(parent);
    }

    void show(final FilterDetails details) {
        final Optional<ImageData> picture = details.fields().stream().flatMap(measured -> measured.picture().stream()).findFirst();
        canvas.show(picture);
        SectionedPage.reveal(canvas.control(), picture.isPresent());
        words.setText(FilterSentence.ofFields(details));
    }
}
