package org.filterscope.core.trace;

import java.util.OptionalDouble;

/**
 * A heat map that was made along with a trace, what it cost, and how faithful it is.
 *
 * @param method       as people write it: {@code Grad-CAM}
 * @param layer        whose maps it looks at; empty for methods that look at pixels
 * @param file         name of its PNG beside the trace; empty when the method says nothing of this network
 * @param remark       why it says nothing; empty when it does
 * @param forward      pictures that went forwards through the network
 * @param backward     of these, those whose gradient came back
 * @param seconds      that it took
 * @param completeness what the values miss the logit's difference by, as a share of it, where the method promises a sum
 * @param deletion     area under the probability while the hottest pixels are taken first: small is good
 * @param insertion    area under the probability while the hottest pixels are brought first: large is good
 * @param shuffled     rank correlation with the map of the network whose uppermost layer's weights are shuffled: near 1 the map shows the picture,
 *                     not the class; absent where one of the maps is the same everywhere
 */
public record HeatTrace(String method, String layer, String file, String remark, long forward, long backward, double seconds,
        OptionalDouble completeness, OptionalDouble deletion, OptionalDouble insertion, OptionalDouble shuffled) {

    /** Of a method that says nothing of this network. @param remark why */
    public static HeatTrace none(final String method, final String remark) {
        return new HeatTrace(method, "", "", remark, 0, 0, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
