/** Shows hostile files to every reader, see docs/hostile-files.md. */
package org.filterscope.fuzz;
