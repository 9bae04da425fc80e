package org.filterscope.core.protocol;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What is installed to compute on GPUs of NVIDIA's; both are optional.
 *
 * @param onnxRuntime the folder with the libraries of ONNX Runtime that have its CUDA provider
 * @param nd4j        the folder with the jars of ND4J's backend for CUDA
 */
public record CudaFolders(Optional<Path> onnxRuntime, Optional<Path> nd4j) {
    /** Nothing is installed. */
    public static final CudaFolders NONE = new CudaFolders(Optional.empty(), Optional.empty());
}
