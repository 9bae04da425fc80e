package org.filterscope.core.trace;

import java.util.OptionalDouble;

/**
 * What the network says of a class.
 *
 * @param name        of the class
 * @param logit       before softmax or sigmoid
 * @param probability 0 to 1; absent where the network ends without softmax or sigmoid
 */
public record TracedClass(String name, double logit, OptionalDouble probability) {
}
