/** Gates: what a configuration demands of a report, and whether it holds. */
package org.filterscope.core.gate;
