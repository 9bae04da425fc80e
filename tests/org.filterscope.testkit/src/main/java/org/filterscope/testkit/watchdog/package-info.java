/** Watches a thread that must stay free, such as a user interface's, and tells what held it up. */
package org.filterscope.testkit.watchdog;
