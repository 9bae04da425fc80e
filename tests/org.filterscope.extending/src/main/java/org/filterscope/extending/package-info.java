/** What {@code docs/extending.md} shows: a reader of a format that there is not, and an analysis. */
package org.filterscope.extending;
