package org.filterscope.engine.device;

import java.util.List;

/** What can compute on a GPU, and what it was built for: read from the native libraries of the versions that we ship. */
public enum CudaBackend {
    /** ONNX Runtime 1.29, built with CUDA 12. It loads cuDNN when the first convolution comes; FFTs, which would need cuFFT, we have none. */
    ONNX_RUNTIME("ONNX Runtime", "Filterscope CUDA", 525, 527, List.of(code(6, 0), code(7, 0), code(7, 5), code(8, 0), code(8, 6), code(8, 9),
            code(9, 0), code(12, 0)), List.of(
                    new CudaLibrary("libcudart.so.12", "cudart64_12.dll", "CUDA 12"),
                    new CudaLibrary("libcublasLt.so.12", "cublasLt64_12.dll", "CUDA 12"),
                    new CudaLibrary("libcublas.so.12", "cublas64_12.dll", "CUDA 12"),
                    new CudaLibrary("libcurand.so.10", "curand64_10.dll", "CUDA 12"),
                    new CudaLibrary("libcudnn.so.9", "cudnn64_9.dll", "cuDNN 9 for CUDA 12"))),
    /** ND4J 1.0.0-M2.1, built with CUDA 11.6 and without cuDNN. */
    ND4J("ND4J", "Filterscope CUDA for ND4J", 450, 452, List.of(code(5, 0), code(5, 2), code(6, 0), code(6, 1), code(7, 0), code(7, 5), code(8, 0),
            code(8, 6)), List.of(
                    new CudaLibrary("libcudart.so.11.0", "cudart64_110.dll", "CUDA 11.6"),
                    new CudaLibrary("libcublasLt.so.11", "cublasLt64_11.dll", "CUDA 11.6"),
                    new CudaLibrary("libcublas.so.11", "cublas64_11.dll", "CUDA 11.6"),
                    new CudaLibrary("libcusparse.so.11", "cusparse64_11.dll", "CUDA 11.6"),
                    new CudaLibrary("libcusolver.so.11", "cusolver64_11.dll", "CUDA 11.6")));

    private final String title;
    private final String feature;
    private final int linuxDriver;
    private final int windowsDriver;
    private final List<ComputeCapability> code;
    private final List<CudaLibrary> libraries;

    CudaBackend(final String title, final String feature, final int linuxDriver, final int windowsDriver, final List<ComputeCapability> code,
            final List<CudaLibrary> libraries) {
        this.title = title;
        this.feature = feature;
        this.linuxDriver = linuxDriver;
        this.windowsDriver = windowsDriver;
        this.code = code;
        this.libraries = libraries;
    }

    private static ComputeCapability code(final int major, final int minor) {
        return new ComputeCapability(major, minor);
    }

    /** {@code ONNX Runtime}. */
    public String title() {
        return title;
    }

    /** Name of the Eclipse feature that brings it. */
    String feature() {
        return feature;
    }

    /** The series of the oldest driver that runs programs of its CUDA version. */
    int oldestDriver(final Platform platform) {
        return platform == Platform.WINDOWS ? windowsDriver : linuxDriver;
    }

    /** The machine code in its libraries, ascending; there is none that a driver could translate for other GPUs (PTX). */
    List<ComputeCapability> code() {
        return code;
    }

    /** What must be there, each behind those that it needs itself. */
    List<CudaLibrary> libraries() {
        return libraries;
    }

    boolean hasCodeFor(final ComputeCapability capability) {
        return code.stream().anyMatch(capability::runs);
    }
}
