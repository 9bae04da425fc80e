/** Statistics that several methods need. */
package org.filterscope.analysis.statistics;
