/** The analysis {@code filters}: what each filter does over all pictures. Method and definitions: docs/methods/filters.md. */
package org.filterscope.analysis.filters;
