/** Reads ONNX files, parsed with the protocol buffer classes that ND4J carries. */
package org.filterscope.engine.onnx.read;
