/** Commands: running a diagnosis, opening a report. */
package org.filterscope.ui.diagnosis;
