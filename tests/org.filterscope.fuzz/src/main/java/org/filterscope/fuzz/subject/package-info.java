/** The readers that are shown hostile files. */
package org.filterscope.fuzz.subject;
