/** The plug-in in a real workbench, tested through what a person sees and does. */
package org.filterscope.ui.tests;
