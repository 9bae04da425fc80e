package org.filterscope.core.report;

import java.util.List;
import java.util.Map;

/**
 * What a report is about and how it came to be ({@code manifest.json}).
 *
 * @param schema        version of the report's files; see {@link #SCHEMA}
 * @param tool          always {@code filterscope}
 * @param version       of Filterscope
 * @param status        {@code complete} or {@code partial}
 * @param model         the network's file
 * @param data          the pictures
 * @param configuration the configuration file's text, unchanged
 * @param analyses      the analyses that ran
 * @param layers        the layers looked into
 * @param settings      of the analyses, as they were in effect: {@code dissection.upsampling}; empty in reports of earlier versions
 * @param seed          of everything drawn at random
 * @param device        {@code cpu}, or {@code cuda: } and the name of the GPU
 * @param executor      what ran the network
 * @param threads       native threads of the executor
 * @param software      names and versions of what the numbers depend on
 * @param times         when the run happened; the only part that differs between two runs on one machine
 */
public record Manifest(int schema, String tool, String version, String status, Model model, Data data, String configuration,
        List<String> analyses, List<String> layers, Map<String, String> settings, long seed, String device, String executor, int threads,
        Map<String, String> software, Times times) {
    /** The version that this code writes and reads. */
    public static final int SCHEMA = 1;
    /** The setting that names the network's outputs, a line each. */
    public static final String OUTPUTS = "outputs";
    public static final String TOOL = "filterscope";
    public static final String COMPLETE = "complete";
    /** Of a report that is made while the run goes on. */
    public static final String PARTIAL = "partial";

    public Manifest {
        settings = settings == null ? Map.of() : settings;
    }

    /**
     * @param file   absolute path
     * @param sha256 of the file's bytes, in hexadecimal
     * @param format what the file was read as
     * @param input  shape of one input: channels, rows, columns
     */
    public record Model(String file, String sha256, String format, List<Integer> input) {
    }

    /** Whether the run had ended when the report was written. */
    public boolean isComplete() {
        return !PARTIAL.equals(status);
    }

    /** Names of the network's outputs, in order; empty in reports of versions that did not tell. */
    public List<String> outputs() {
        final String names = settings == null ? null : settings.get(OUTPUTS);
        return names == null || names.isEmpty() ? List.of() : List.of(names.split("\n", -1));
    }

    /**
     * @param folder   absolute path
     * @param pictures how many were shown to the network
     * @param sha256   over the lines {@code path NUL sha256-of-file LF} of all pictures in order, in hexadecimal
     * @param classes  the pictures' classes, in alphabetical order
     */
    public record Data(String folder, int pictures, String sha256, List<String> classes) {
    }

    /**
     * @param started ISO 8601, UTC
     * @param seconds wall-clock duration
     */
    public record Times(String started, double seconds) {
    }
}
