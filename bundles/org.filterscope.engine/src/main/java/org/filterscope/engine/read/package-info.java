/** What readers of all formats share: how a layer that cannot be read is refused. */
package org.filterscope.engine.read;
