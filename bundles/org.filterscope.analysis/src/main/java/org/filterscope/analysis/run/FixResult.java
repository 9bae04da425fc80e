package org.filterscope.analysis.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.filterscope.analysis.repair.RepairTable;

/**
 * What became of a mended model.
 *
 * @param file  the copy
 * @param table on pictures from which nothing was learnt; empty when no picture is of a class that the network has
 * @param flaws before and after, on the same pictures as the table; empty where that is, or when nobody wanted to know
 * @param done  what was changed, in lines for a person
 */
public record FixResult(Path file, Optional<RepairTable> table, Optional<FlawComparison> flaws, List<String> done) {

    public FixResult {
        done = List.copyOf(done);
    }
}
