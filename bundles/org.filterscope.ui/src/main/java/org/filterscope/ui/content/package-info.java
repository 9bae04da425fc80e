/** Recognises models and reports by what is in them. */
package org.filterscope.ui.content;
