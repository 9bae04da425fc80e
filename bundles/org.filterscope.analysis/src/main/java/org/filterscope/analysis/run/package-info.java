/** A whole diagnosis: from a configuration to a report. */
package org.filterscope.analysis.run;
