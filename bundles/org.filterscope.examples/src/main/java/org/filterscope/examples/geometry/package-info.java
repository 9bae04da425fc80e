/** Shapes as signed distances. */
package org.filterscope.examples.geometry;
