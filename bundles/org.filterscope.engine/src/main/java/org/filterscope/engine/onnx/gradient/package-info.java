/** A network's backward pass, written as ordinary ONNX nodes. */
package org.filterscope.engine.onnx.gradient;
