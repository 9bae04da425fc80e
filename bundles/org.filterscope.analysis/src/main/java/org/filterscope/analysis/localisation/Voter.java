package org.filterscope.analysis.localisation;

/**
 * What fires at places of pictures: a filter, by its highest response, or a pattern of the explanatory graph.
 *
 * @param layer   its name
 * @param filter  of the layer
 * @param pattern index among the filter's patterns; {@link #WHOLE_FILTER} for the filter itself
 */
public record Voter(String layer, int filter, int pattern) {
    /** There is no pattern: the filter's highest response votes. */
    public static final int WHOLE_FILTER = -1;

    /** "fire9_concat 12" for a filter, "fire9_concat 12.3" for its pattern 3. */
    @Override
    public String toString() {
        return layer + ' ' + filter + (pattern == WHOLE_FILTER ? "" : "." + pattern);
    }
}
