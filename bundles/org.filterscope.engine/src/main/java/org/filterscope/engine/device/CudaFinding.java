package org.filterscope.engine.device;

import java.nio.file.Path;
import java.util.List;

/** Whether a backend can compute on a GPU here. */
public sealed interface CudaFinding {

    /**
     * It can, as far as can be told without trying.
     *
     * @param gpu       the one to use
     * @param number    CUDA's number of it
     * @param libraries NVIDIA's, in the order in which they have to be loaded
     */
    record Usable(Gpu gpu, int number, List<Path> libraries) implements CudaFinding {
        public Usable {
            libraries = List.copyOf(libraries);
        }
    }

    /**
     * It cannot.
     *
     * @param installed whether the backend is, so that what is missing is the machine's
     * @param sentence  why; begins with a small letter or a name and has no full stop, so that it can follow a colon
     */
    record Unusable(boolean installed, String sentence) implements CudaFinding {
    }
}
