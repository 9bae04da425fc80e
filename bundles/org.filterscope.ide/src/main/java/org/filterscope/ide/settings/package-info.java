/** What people set for the worker, for a workspace or for one of its projects; no widgets. */
package org.filterscope.ide.settings;
