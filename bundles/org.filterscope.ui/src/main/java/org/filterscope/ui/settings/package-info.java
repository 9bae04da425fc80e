/** Pages of the preferences, and of a project's properties. */
package org.filterscope.ui.settings;
