/** How good heat maps are on many pictures: what they cost, where they look, whether they know the network. See docs/methods/attribution.md. */
package org.filterscope.analysis.heat;
