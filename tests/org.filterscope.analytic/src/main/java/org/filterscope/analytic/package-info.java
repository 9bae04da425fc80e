/** Networks whose weights are written down instead of trained, and pictures made for them: every number that an analysis should find is known. */
package org.filterscope.analytic;
