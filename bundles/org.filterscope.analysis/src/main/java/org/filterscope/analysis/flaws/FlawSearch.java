package org.filterscope.analysis.flaws;

import java.io.IOException;

import org.filterscope.core.finding.Findings;
import org.filterscope.core.progress.Progress;

/** Looks for one kind of flaw. */
public interface FlawSearch {

    /** How many steps of progress the search takes. */
    long steps(FlawEvidence evidence);

    /**
     * @return what was found, and a line on what was looked for even where nothing was or could be found
     * @throws IOException when maps or pictures cannot be read any more
     */
    Findings search(FlawEvidence evidence, Progress progress) throws IOException;
}
