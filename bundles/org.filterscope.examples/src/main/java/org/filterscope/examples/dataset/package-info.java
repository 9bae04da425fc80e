/** Worlds written to disk. */
package org.filterscope.examples.dataset;
