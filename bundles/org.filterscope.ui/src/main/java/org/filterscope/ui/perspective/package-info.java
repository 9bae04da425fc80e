/** The perspective for the diagnosis of a network. */
package org.filterscope.ui.perspective;
