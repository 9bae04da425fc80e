/** SceneWorld: roads, rivers and what stands around them. */
package org.filterscope.examples.scenes;
