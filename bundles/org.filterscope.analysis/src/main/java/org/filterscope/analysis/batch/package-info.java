/** How much to compute at once. */
package org.filterscope.analysis.batch;
