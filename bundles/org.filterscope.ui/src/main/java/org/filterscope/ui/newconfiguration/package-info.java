/** The wizard that creates a configuration. */
package org.filterscope.ui.newconfiguration;
