/** The words of the example worlds: pictures with their truth, splits, planted flaws, pairs. */
package org.filterscope.examples.world;
