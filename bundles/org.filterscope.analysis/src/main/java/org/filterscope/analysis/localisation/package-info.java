/** Finds a part of an object on all pictures from a few labels, by votes of what moves with it. */
package org.filterscope.analysis.localisation;
