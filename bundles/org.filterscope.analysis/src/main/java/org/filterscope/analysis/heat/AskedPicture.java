package org.filterscope.analysis.heat;

import java.util.Optional;

import org.filterscope.engine.execution.FeatureMaps;

/**
 * A picture of which maps of one class are made.
 *
 * @param input as the network takes it
 * @param label the picture's class; where that is not known, what the network takes it for
 * @param right whether the network is right about the picture
 * @param place of the class's object, if the picture shows it
 */
record AskedPicture(FeatureMaps input, int label, boolean right, Optional<ObjectPlace> place) {
}
