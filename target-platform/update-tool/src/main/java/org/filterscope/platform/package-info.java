/** Moves a target definition forward: closes root artifacts over their POMs and writes every version down. */
package org.filterscope.platform;
