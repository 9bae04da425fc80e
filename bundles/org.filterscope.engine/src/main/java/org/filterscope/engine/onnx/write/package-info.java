/** A network as an ONNX graph of ordinary nodes: for files that others read, and for ONNX Runtime to run. */
package org.filterscope.engine.onnx.write;
