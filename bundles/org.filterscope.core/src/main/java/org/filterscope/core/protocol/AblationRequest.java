package org.filterscope.core.protocol;

import java.util.List;

/**
 * Asks what the network would say of a picture without some filters.
 *
 * @param run           a name for the request, chosen by the client
 * @param configuration absolute path of the configuration file
 * @param picture       absolute path of the picture's file
 * @param layer         whose filters
 * @param filters       numbers of the filters, all silenced together; none shows the prediction as it is
 * @param amount        {@link #ZERO}: they are set to 0 everywhere; {@link #MEAN}: to their mean over the report's pictures
 */
public record AblationRequest(String run, String configuration, String picture, String layer, List<Integer> filters, String amount) {
    public static final String ZERO = "zero";
    public static final String MEAN = "mean";
}
