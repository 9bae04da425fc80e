package org.filterscope.ui.explorer;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.filterscope.core.report.LayerRow;

/**
 * A layer of a model.
 *
 * @param number in the order from the input to the output
 * @param report that tells about its filters; empty when there is none
 */
record ModelLayer(IFile model, int number, Optional<Path> report, LayerRow layer) implements ModelElement {
}
