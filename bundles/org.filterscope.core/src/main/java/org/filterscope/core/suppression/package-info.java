/** Findings that somebody has decided to live with, and why. */
package org.filterscope.core.suppression;
