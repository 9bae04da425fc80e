package org.filterscope.analysis.fields;

import java.io.IOException;

import org.filterscope.core.report.FieldSizeRow;

/** Takes the measured fields, by channel. */
@FunctionalInterface
public interface FieldSink {

    /** @param map {@code [row, col]}, the peak's centre in the middle, the highest value 1; 0 everywhere when nothing changes the peak */
    void accept(FieldSizeRow row, float[] map) throws IOException;
}
