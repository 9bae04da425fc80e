package org.filterscope.ui.filter;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.LayerRow;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.report.LoadedReport;

/**
 * Everything that a report tells about one filter.
 *
 * @param tops      the highest peak first
 * @param concepts  the best ones of all sets, the highest IoU first
 * @param landmarks empty when there were none
 * @param offsets   where landmarks lie seen from the peak, the best predicted first; empty when the report does not keep it
 * @param place     how the layer's maps lie on the input
 * @param fields    empty when receptive fields were not measured
 * @param peaks     empty when the report does not keep them
 * @param naming    what people say of it
 */
record FilterDetails(FilterSelection selection, LoadedReport report, LayerRow layer, FilterRow numbers, List<TopPicture> tops,
        List<ConceptScore> concepts, List<ClassRow> classes, List<LandmarkRow> landmarks, List<LandmarkOffsets> offsets, MapPlace place,
        List<MeasuredField> fields, Optional<PeakPlaces> peaks, Naming naming) {
}
