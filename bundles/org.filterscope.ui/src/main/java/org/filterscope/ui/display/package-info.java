/** The thread that all widgets belong to. */
package org.filterscope.ui.display;
