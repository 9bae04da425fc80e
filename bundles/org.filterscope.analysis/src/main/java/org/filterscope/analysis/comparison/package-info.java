/** Reports compared: what became of each filter from one checkpoint to the next, and how alike the layers of two networks are. */
package org.filterscope.analysis.comparison;
