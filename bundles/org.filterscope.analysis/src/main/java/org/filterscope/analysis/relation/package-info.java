/** The analysis {@code classes}: how filters relate to classes. Method and definitions: docs/methods/classes.md. */
package org.filterscope.analysis.relation;
