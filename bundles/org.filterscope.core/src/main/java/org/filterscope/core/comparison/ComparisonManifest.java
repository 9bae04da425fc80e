package org.filterscope.core.comparison;

import java.util.List;

/**
 * What a comparison is about ({@code comparison.json}).
 *
 * @param schema  version of the comparison's files; see {@link #SCHEMA}
 * @param tool    always {@code filterscope}
 * @param version of Filterscope
 * @param reports in the order in which they were given; each is compared with the one before it
 * @param seed    of everything drawn at random
 * @param notes   what could not be compared and why, and what to keep in mind; one sentence each
 */
public record ComparisonManifest(int schema, String tool, String version, List<ComparedReport> reports, long seed, List<String> notes) {
    /** The version that this code writes and reads. */
    public static final int SCHEMA = 1;
    public static final String TOOL = "filterscope";
}
