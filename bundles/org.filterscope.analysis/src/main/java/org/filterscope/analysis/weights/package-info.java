/** The weights that make single channels, wherever a layer keeps them. */
package org.filterscope.analysis.weights;
