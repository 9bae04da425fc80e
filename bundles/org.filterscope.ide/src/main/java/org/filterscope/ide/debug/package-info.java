/** What the bundle tells those who look for a fault in it, when they ask for it under <i>Tracing</i> or by an options file. */
package org.filterscope.ide.debug;
