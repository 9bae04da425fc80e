package org.filterscope.core.configuration;

import java.util.OptionalDouble;

/**
 * How far a layer's number may move away from the baseline's; at least one way is given.
 *
 * @param scores the number
 * @param fall   that it may fall by at most
 * @param rise   that it may rise by at most
 */
public record ScoreChangeGate(ScoreSelection scores, OptionalDouble fall, OptionalDouble rise) {
}
