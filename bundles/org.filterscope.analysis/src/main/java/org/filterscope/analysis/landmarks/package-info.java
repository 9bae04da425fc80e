/** Named points on pictures: read from tables, brought to the network's input. */
package org.filterscope.analysis.landmarks;
