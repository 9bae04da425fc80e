package org.filterscope.core.configuration;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often the network must be right; at least one of the numbers is given.
 *
 * @param category  the class whose pictures count; empty for all pictures
 * @param min       share of right answers that is needed, 0 to 1
 * @param minClass  share that every single class needs; only where no class is named
 * @param line      of the configuration file
 */
public record AccuracyGate(Optional<String> category, OptionalDouble min, OptionalDouble minClass, int line) {
}
