/** What several views are made of: the thread that all widgets belong to, colors of the theme, tables with bars, sentences in place of content. */
package org.filterscope.ui.display;
