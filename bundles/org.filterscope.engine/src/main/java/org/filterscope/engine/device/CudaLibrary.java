package org.filterscope.engine.device;

/**
 * A library that must be there.
 *
 * @param linux   name of its file on Linux
 * @param windows the same on Windows
 * @param bringer what has to be installed to have it: {@code CUDA 12}
 */
record CudaLibrary(String linux, String windows, String bringer) {

    String file(final Platform platform) {
        return platform == Platform.WINDOWS ? windows : linux;
    }
}
