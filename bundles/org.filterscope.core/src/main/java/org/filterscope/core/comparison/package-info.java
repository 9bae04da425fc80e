/** A comparison of reports on disk: what its files are called, what their columns mean, how they are written and read. See docs/report.md. */
package org.filterscope.core.comparison;
