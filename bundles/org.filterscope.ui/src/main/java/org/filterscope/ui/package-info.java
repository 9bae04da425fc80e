/** What other plug-ins may use of the Filterscope user interface. */
package org.filterscope.ui;
