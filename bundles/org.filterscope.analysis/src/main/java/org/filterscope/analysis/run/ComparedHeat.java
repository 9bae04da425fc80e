package org.filterscope.analysis.run;

import java.util.List;

import org.filterscope.analysis.heat.BenchmarkResult;

/**
 * Heat map methods on a configuration's pictures.
 *
 * @param result   numbers
 * @param remarks  what could not be measured, and why; a sentence each
 * @param executor what computed
 */
public record ComparedHeat(BenchmarkResult result, List<String> remarks, String executor) {

    public ComparedHeat {
        remarks = List.copyOf(remarks);
    }
}
