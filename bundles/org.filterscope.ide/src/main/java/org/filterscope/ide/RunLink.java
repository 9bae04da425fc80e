package org.filterscope.ide;

import java.nio.file.Path;

/**
 * A part of a line that a run says, and what it is about.
 *
 * @param offset of the part's first character in the line
 * @param length of the part
 */
public record RunLink(int offset, int length, Target target) {

    /** What can be opened. */
    public sealed interface Target {
    }

    /**
     * A place in a text.
     *
     * @param file absolute
     * @param line 1-based; 0 for the file as a whole
     */
    public record FileLine(Path file, int line) implements Target {
    }

    /** A report, all of it. */
    public record WholeReport(Path report) implements Target {
    }

    /** The filters of a layer in a report. */
    public record LayerOfReport(Path report, String layer) implements Target {
    }

    /**
     * A finding of a report.
     *
     * @param finding its identifier
     */
    public record FindingOfReport(Path report, String finding) implements Target {
    }

    /** The first place of a part in a line; the part is there. */
    static RunLink at(final String line, final String part, final Target target) {
        return new RunLink(line.indexOf(part), part.length(), target);
    }
}
