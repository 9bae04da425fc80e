/** Small good files of every format, written by the tests themselves. */
package org.filterscope.fuzz.seed;
