/** Copies of model files in which some weights are others; all else stays as it was, byte for byte. */
package org.filterscope.engine.write;
