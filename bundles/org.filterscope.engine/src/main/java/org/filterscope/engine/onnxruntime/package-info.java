/** The executor on ONNX Runtime: the part of a network that a question needs, forwards and backwards, becomes one graph of ONNX nodes. */
package org.filterscope.engine.onnxruntime;
