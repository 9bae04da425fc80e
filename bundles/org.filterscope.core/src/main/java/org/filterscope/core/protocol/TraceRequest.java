package org.filterscope.core.protocol;

import java.util.List;

/**
 * Asks why the network says what it says of one picture.
 *
 * @param run           a name for the request, chosen by the client
 * @param configuration absolute path of the configuration file; labels, names and patterns come from its report where there is one
 * @param picture       absolute path of the picture's file
 * @param output        number of the class among the network's outputs, from 0, for names may be there twice; {@link #PREDICTED} for the one that
 *                      the network predicts
 * @param layers        to look into; empty for those of the configuration
 * @param quick         whether gradient × activation is enough where contributions are not exact; else gradients are integrated
 */
public record TraceRequest(String run, String configuration, String picture, int output, List<String> layers, boolean quick) {
    public static final int PREDICTED = -1;
}
