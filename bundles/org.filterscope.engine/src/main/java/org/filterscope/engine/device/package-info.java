/** What GPU a machine has, and whether it can be used: asked before any native code that needs one is loaded. */
package org.filterscope.engine.device;
