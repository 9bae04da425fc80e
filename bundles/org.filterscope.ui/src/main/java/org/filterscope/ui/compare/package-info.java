/** The view Compare: what became of filters from report to report. */
package org.filterscope.ui.compare;
