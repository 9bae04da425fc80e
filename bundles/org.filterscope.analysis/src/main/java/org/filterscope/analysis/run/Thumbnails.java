package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.engine.picture.PictureFile;

/** Draws small copies of the pictures that a report shows. */
final class Thumbnails {
    private final InputPreparation preparation;
    private final Shape input;

    Thumbnails(final InputPreparation preparation, final Shape input) {
        this.preparation = preparation;
        this.input = input;
    }

    /** @param begin the stage, given how many pictures will be drawn */
    void write(final List<String> paths, final PicturePool own, final ReportWriter writer, final LongFunction<Progress> begin)
            throws InvalidInputException, IOException {
        final Set<String> shown = new HashSet<>(paths);
        final Progress progress = begin.apply(shown.size());
        final PictureDecoder decoder = new PictureDecoder();
        final ThumbnailSheets sheets = new ThumbnailSheets(writer.files(), input);
        for (final PictureFile picture : own.pictures()) {
            if (shown.contains(picture.path())) {
                progress.checkCancelled();
                sheets.add(picture.path(), preparation.fit(decoder.read(picture.file())).picture());
                progress.advance(1);
            }
        }
        writer.thumbnails(sheets.finish());
    }
}
