package org.filterscope.ui.trace;

/**
 * Which heat is wanted.
 *
 * @param layer   empty where nothing looks at a layer, or for the method's own choice
 * @param filter  -1: the whole layer
 * @param pattern -1: the whole filter
 */
record HeatOf(HeatMethod method, String layer, int filter, int pattern) {
}
