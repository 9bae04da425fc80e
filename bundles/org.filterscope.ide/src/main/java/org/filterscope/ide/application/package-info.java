/** What can be started from the command line instead of the workbench. */
package org.filterscope.ide.application;
