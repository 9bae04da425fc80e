/** Diagnoses as launches: what the platform's Run menu, Debug view and Console show of a run. */
package org.filterscope.ide.launch;
