package org.filterscope.analytic;

/** What the second layer makes of the part detectors. */
public enum Mixer {
    /** Every filter stands for one part. */
    IDENTITY,
    /** Every filter is a different orthogonal combination of all parts: none stands for a part, and no information is lost. */
    ORTHOGONAL,
    /** Filter k is the stronger of part 2k and part 2k + 1: two patterns mixed in one filter. */
    MAXIMUM_OF_TWO
}
