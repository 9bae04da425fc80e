/** What readers of several formats share: how a layer that cannot be read is refused, zips that are not trusted, the order of flattened maps. */
package org.filterscope.engine.read;
