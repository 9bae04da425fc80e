package org.filterscope.ui.filter;

import org.filterscope.core.configuration.DissectionSettings.Upsampling;
import org.filterscope.core.report.LayerRow;
import org.filterscope.ui.pictures.InputShape;
import org.filterscope.ui.report.LoadedReport;

/**
 * How a layer's maps lie on the network's input.
 *
 * @param upsampling as the report's dissection brought maps to the input's size
 */
record MapPlace(MapAxis vertical, MapAxis horizontal, Upsampling upsampling) {

    static MapPlace of(final LayerRow layer, final InputShape input, final Upsampling upsampling) {
        return new MapPlace(new MapAxis(layer.vertical(), layer.rows(), input.rows()),
                new MapAxis(layer.horizontal(), layer.cols(), input.cols()), upsampling);
    }

    static MapPlace of(final LayerRow layer, final LoadedReport report) {
        return of(layer, report.input(), report.upsampling());
    }

    InputShape input() {
        return new InputShape(vertical.pixels(), horizontal.pixels());
    }
}
