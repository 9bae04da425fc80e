package org.filterscope.platform;

import java.nio.file.Path;
import java.util.List;

/** What is published. Answers several threads at once. */
interface Repository {
    /** Every version that meets a demand, oldest first; a demand for one version is met by that version alone. */
    List<Release> releases(Demand demand);

    /** What a release needs to run, without what is optional to it. */
    List<Demand> dependencies(Release release);

    /** The release's jar on this machine. */
    Path jar(Release release);
}
