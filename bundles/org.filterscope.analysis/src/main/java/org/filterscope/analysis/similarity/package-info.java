/** What a layer's filters have in common, without any labels: near-duplicates, what the others explain, peaks that keep to the border. */
package org.filterscope.analysis.similarity;
