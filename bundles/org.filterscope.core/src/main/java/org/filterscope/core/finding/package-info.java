/** Findings: claims about what a network has learned wrongly, each with its evidence. */
package org.filterscope.core.finding;
