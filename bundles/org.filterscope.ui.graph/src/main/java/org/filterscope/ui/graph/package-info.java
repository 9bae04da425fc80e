/** The view Explanatory Graph. */
package org.filterscope.ui.graph;
