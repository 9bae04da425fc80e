package org.filterscope.ui.pictures;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;

/** Size of a network's input, in pixels: what receptive fields are measured in. */
public record InputShape(int rows, int cols) {

    /** @throws InvalidReportException when the manifest does not tell */
    public static InputShape of(final Report report) throws InvalidReportException {
        final List<Integer> shape = report.manifest().model().input();
        if (shape == null || shape.size() != 3 || shape.stream().anyMatch(side -> side == null || side <= 0)) {
            throw new InvalidReportException(NLS.bind(Messages.InputShape_missing, report.files().manifest()));
        }
        return new InputShape(shape.get(1), shape.get(2));
    }
}
