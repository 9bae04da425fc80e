/** Pictures on disk, and how they become the network's input. */
package org.filterscope.engine.picture;
