/** Looks for what is wrong with the world as a network sees it; docs/methods/flaws.md. */
package org.filterscope.analysis.flaws;
