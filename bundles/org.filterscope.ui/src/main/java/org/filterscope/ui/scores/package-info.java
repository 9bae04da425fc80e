/** The view Filter Scores. */
package org.filterscope.ui.scores;
