/** What makes hostile files of good ones. */
package org.filterscope.fuzz.mutation;
