/** What the bundle tells those who look for a fault in it, when they ask for it: off unless it is switched on under <i>Tracing</i> or in an options file. */
package org.filterscope.ide.debug;
