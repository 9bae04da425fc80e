/** A report as the views read it. */
package org.filterscope.ui.report;
