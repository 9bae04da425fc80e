package org.filterscope.ui.report;

import java.util.Optional;

import org.filterscope.core.names.NamesFile;
import org.filterscope.core.report.Report;

/** Tells where what people say of a report's filters is kept. */
public interface NameSource {

    /** Looks at the disk. Empty when there is no place for it. */
    Optional<NamesFile> of(Report report);
}
