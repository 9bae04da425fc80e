/** Repairs of networks that are changes of weights and nothing else: filters muted, the last layer fitted anew, and what became of the answers. */
package org.filterscope.analysis.repair;
