/** Keras models in HDF5 files and {@code .keras} archives, read without native code and turned from channels-last to channels-first. */
package org.filterscope.engine.keras;
