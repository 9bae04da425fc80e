/** Location instability: how steadily a filter's peak lies to landmarks, beside numbers that a constant or a dead peak cannot fake. */
package org.filterscope.analysis.instability;
