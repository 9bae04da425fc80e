/** The view Filter: everything about one filter. */
package org.filterscope.ui.filter;
