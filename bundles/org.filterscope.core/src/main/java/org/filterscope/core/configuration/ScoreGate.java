package org.filterscope.core.configuration;

import java.util.OptionalDouble;

/**
 * What a layer's number must be; at least one end is given.
 *
 * @param scores the number
 * @param min    that it must reach
 * @param max    that it must not exceed
 */
public record ScoreGate(ScoreSelection scores, OptionalDouble min, OptionalDouble max) {
}
