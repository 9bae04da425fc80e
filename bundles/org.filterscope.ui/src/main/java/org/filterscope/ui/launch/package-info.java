/** Launching from the workbench: the dialog's tabs, Run As, the links in the Console. */
package org.filterscope.ui.launch;
