/** Keras models in HDF5 files, read without native code and turned from channels-last to channels-first. */
package org.filterscope.engine.keras;
