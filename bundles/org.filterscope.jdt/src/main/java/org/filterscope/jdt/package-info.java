/** What Filterscope adds to the Java development tools. Nothing here is loaded where they are not installed. */
package org.filterscope.jdt;
