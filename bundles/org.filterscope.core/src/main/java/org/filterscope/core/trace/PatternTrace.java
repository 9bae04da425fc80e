package org.filterscope.core.trace;

/**
 * What a part pattern of a filter adds to the logit: its share of the filter's contribution, position by position.
 *
 * @param index        among the filter's patterns
 * @param part         landmark that it stands for; empty when nobody knows
 * @param contribution to the logit
 * @param row          where it is, in pixels of the network's input
 * @param col          where it is, in pixels of the network's input
 * @param score        response times density there, in units of the noise's density
 * @param there        whether it counts as being on the picture
 * @param partLike     whether it sits in one place, as a part does; a pattern that does not is a texture
 */
public record PatternTrace(int index, String part, double contribution, double row, double col, double score, boolean there, boolean partLike) {
}
