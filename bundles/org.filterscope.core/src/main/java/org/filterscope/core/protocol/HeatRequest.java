package org.filterscope.core.protocol;

/**
 * Asks for one heat map of a picture. What is shown:
 * <ul>
 * <li>with a method's key, that method's map of the class, at {@code layer} where the method looks at a layer,
 * <li>with {@link #ACTIVATION}, a filter's map, or a pattern's share of it,
 * <li>with {@link #CONTRIBUTION}, what each position of a layer, of a filter or of a pattern adds to the class's logit.
 * </ul>
 *
 * @param run           a name for the request, chosen by the client
 * @param configuration absolute path of the configuration file
 * @param picture       absolute path of the picture's file
 * @param output        number of the class among the network's outputs; {@link TraceRequest#PREDICTED} for the one that the network predicts
 * @param method        {@link #ACTIVATION}, {@link #CONTRIBUTION} or the key of a method, such as {@code grad-cam}
 * @param layer         empty where nothing looks at a layer, or for the method's own choice
 * @param filter        number of the filter; {@link #NONE} for the whole layer
 * @param pattern       index among the filter's patterns; {@link #NONE} for the whole filter
 */
public record HeatRequest(String run, String configuration, String picture, int output, String method, String layer, int filter,
        int pattern) {
    public static final String ACTIVATION = "activation";
    public static final String CONTRIBUTION = "contribution";
    public static final int NONE = -1;
}
